// Shows a page for the role that the reader chose, or that the link asks for, before anything of it is
// drawn: a classic script in the head. It reads the store's own keys (store/keeper.js), since the store
// comes later; <loop-role-lens> writes what is read here. The address comes before the visit (a link
// that was opened in this tab), the visit before what is kept. What is odd counts as nothing.
(() => {
  const ROLES = ["all", "ic6", "m1", "m2", "director"];
  const KEY = /^leadership-loop:lens\/role#([a-z0-9]{1,12})\.([1-9]\d{0,14})$/;
  const root = document.documentElement;

  /** @param {() => string | null | undefined} ask may throw, where storage is refused */
  const role = (ask) => {
    try {
      return ROLES.find((each) => each === ask()?.toLowerCase());
    } catch {
      return undefined;
    }
  };

  /** What the newest readable version of the record says. */
  const kept = () => {
    const found = Array.from({ length: localStorage.length }, (_, place) => {
      const key = localStorage.key(place) ?? "";
      const [, writer = "", rev] = KEY.exec(key) ?? [];
      return rev ? { key, writer, rev: Number(rev) } : [];
    }).flat();
    found.sort((a, b) => b.rev - a.rev || (a.writer < b.writer ? 1 : -1));
    for (const { key } of found) {
      try {
        const { v } = JSON.parse(localStorage.getItem(key) ?? "");
        if (v && typeof v === "string") return v;
      } catch {
        // An older version may still be readable.
      }
    }
    return null;
  };

  const look = () => {
    const asked = new URLSearchParams(location.search).getAll("role");
    const linked = role(() => (asked.length === 1 ? asked[0] : null));
    const visit = role(() => sessionStorage.getItem("leadership-loop:~lens"));
    const own = role(kept);
    root.dataset.lens = linked ?? visit ?? own ?? "";
    const from = linked ? "link" : visit ? "visit" : "own";
    root.dataset.lensFrom = root.dataset.lens === own ? "own" : from;
    root.toggleAttribute("data-lens-odd", asked.length > 0 && !linked);
    document.dispatchEvent(new Event("loop-lens"));
  };

  look();
  addEventListener("pageshow", ({ persisted }) => persisted && look());
  addEventListener("storage", ({ key }) => (key === null || KEY.test(key)) && look());
})();
