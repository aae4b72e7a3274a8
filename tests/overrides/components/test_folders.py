"""Each component keeps the house's order: one stem in all layers, a head that says its needs."""

from __future__ import annotations

import re

import pytest
from jinja2 import meta

from macros.calls import CALLS
from macros.render import COMPONENTS, environment
from tests.conftest import ROOT
from tests.overrides.examples import FOLDERS, all_examples, components, examples_of
from tests.overrides.parts import Parts
from tests.overrides.stage import config

_HEAD = re.compile(r"\{#- (?P<name>[a-z-]+): (?P<what>.+)\. Facts: (?P<facts>.+?)\. -#\}\n")
_REGISTRY = re.compile(r'"(?P<tag>loop-[a-z-]+)": "(?P<folder>[a-z-]+)"')
_DEFINED = re.compile(r'customElements\.define\("([a-z-]+)"')
# What every template is handed, whatever its facts.
_GIVEN = {"page", "get"}

each_component = pytest.mark.parametrize("name", components())
each_block = pytest.mark.parametrize("macro", sorted(CALLS))
ALL = {path.relative_to(COMPONENTS).as_posix() for path in COMPONENTS.glob("*/*.html")}


def registered() -> dict[str, str]:
    """The tags that elements.js knows, each with its folder."""
    registry = (ROOT / "overrides/assets/elements.js").read_text(encoding="utf-8")
    return dict(_REGISTRY.findall(registry))


def test_each_component_has_its_tests_and_no_test_outlives_its_component() -> None:
    tested = {path.name for path in FOLDERS.iterdir() if path.is_dir()} - {"__pycache__"}
    assert tested == set(components())


@each_component
def test_a_component_is_shown_plain_at_its_limits_and_hostile(name: str) -> None:
    examples = examples_of(name)
    assert examples[0].name == "plain"
    assert examples[0].shows, "the plain example says what it shows"
    assert {"as-written", "longest", "hostile"} <= {example.texts for example in examples}
    assert len({example.name for example in examples}) == len(examples)


@each_component
def test_a_template_says_what_it_is_and_which_facts_it_needs(name: str) -> None:
    source = (COMPONENTS / name / f"{name}.html").read_text(encoding="utf-8")
    head = _HEAD.match(source)
    assert head, f"Mend: start it with {{#- {name}: what it is. Facts: what it needs. -#}}"
    assert head["name"] == name
    needed = meta.find_undeclared_variables(environment().parse(source)) - _GIVEN
    said = set(re.findall(r"[a-z_]+", head["facts"].split(", pairs of")[0]))
    assert said == needed


@pytest.mark.parametrize("path", sorted(ALL - {f"{name}/{name}.html" for name in components()}))
def test_a_part_of_a_template_says_what_it_is(path: str) -> None:
    source = (COMPONENTS / path).read_text(encoding="utf-8")
    assert re.match(r"\{#- [A-Z].+ -#\}\n", source)


@each_block
def test_the_outermost_tag_of_a_block_is_plain_and_bears_its_name(macro: str) -> None:
    stem = macro.replace("_", "-")
    assert stem in components()
    roots = {root for example in examples_of(stem) for root in Parts(example.drawn()).roots}
    assert {tag for tag, _ in roots} <= {"div", "section", "aside"}
    assert {name for _, name in roots} == {f"loop-{stem}"}


@each_component
def test_files_elements_and_tests_bear_the_name_of_their_folder(name: str) -> None:
    styles = {path.name for path in (COMPONENTS / name).glob("*.css")}
    scripts = {path.name for path in (COMPONENTS / name).glob("*.js")}
    tests = {path.name for path in (FOLDERS / name).glob("*.py")}
    assert styles <= {f"{name}.css"}
    assert scripts <= {f"{name}.js"}
    assert tests <= {f"test_{name.replace('-', '_')}.py"}
    for path in (COMPONENTS / name).glob("*.js"):
        assert _DEFINED.findall(path.read_text(encoding="utf-8")) == [f"loop-{name}"]
        assert registered().get(f"loop-{name}") == name
        assert tests, "what an element does is tested"


def test_the_registry_names_only_elements_that_there_are() -> None:
    assert all((COMPONENTS / f"{name}/{name}.js").exists() for name in registered().values())
    assert all(tag == f"loop-{name}" for tag, name in registered().items())


def test_the_configuration_lists_each_component_with_a_style_once() -> None:
    styled = sorted(path.stem for path in COMPONENTS.glob("*/*.css"))
    assert config()["extra"]["components"] == styled


def test_every_tag_of_ours_that_an_example_draws_has_its_module() -> None:
    drawn = {tag for e in all_examples() for tag in re.findall(r"<(loop-[a-z-]+)", e.drawn())}
    assert drawn
    assert drawn <= set(registered())
