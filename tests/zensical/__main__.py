"""`python -m tests.zensical`: build the guide with Zensical too, and tell what differs.

It never fails on a difference: the site is built by MkDocs, and this says how far off the day is on
which it need not be.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict

from tests.zensical.compared import Difference, differences
from tests.zensical.engines import built

_KINDS = ("page", "anchor", "title", "words", "component", "policy")
_SHOWN = 3


def main() -> None:
    """Print a line for each kind of difference, then what differs, the same things together."""
    sites = built()
    found = [*differences(sites.today, sites.tomorrow)]
    print(sites.said.strip())
    print(f"\nDifferences between MkDocs in {sites.today}\n and Zensical in {sites.tomorrow}:\n")
    for kind in _KINDS:
        of_kind = [each for each in found if each.kind == kind]
        pages = {each.page for each in of_kind}
        print(
            f"  {kind:10} {len(of_kind):5} on {len(pages)} pages" if pages else f"  {kind:10}  none"
        )
    for kind in _KINDS:
        _tell(kind, [each for each in found if each.kind == kind])


def _tell(kind: str, found: list[Difference]) -> None:
    alike: dict[str, list[str]] = defaultdict(list)
    for each in found:
        name = each.page if kind == "page" else each.what
        alike[re.sub(r"[\w-]+/index\.html$", "…", name)].append(each.page)
    if alike:
        print(f"\n{kind}:")
    for what, pages in sorted(alike.items(), key=lambda each: -len(each[1])):
        more = f" and {len(pages) - _SHOWN} more" if len(pages) > _SHOWN else ""
        print(f"  {what}\n    {', '.join(pages[:_SHOWN])}{more}")


if __name__ == "__main__":
    sys.exit(main())
