// Everything that a reader keeps here but the questions: days of practice, ticks, settings, and what
// this edition does not know. Drawn anew at each change, since nothing in it is typed into.

import { dayInWords } from "../day.js";
import { make } from "../make.js";
import { store } from "../store/store.js";
import { all, held, known, link, name, needed } from "./names.js";
import { counted, filled } from "./sums.js";

/** The parts that have something to show. */
export function overview() {
  return [
    part("Practised, day by day", days()),
    part("Checklists", lists()),
    part("What your stories need", needs()),
    part("Settings", settings()),
    part("From another edition", others()),
  ].flat();
}

/**
 * @param {string} title
 * @param {HTMLElement[]} rows
 */
function part(title, rows) {
  if (rows.length === 0) return [];
  const list = make("ul", { className: "loop-plain-list loop-my-things__rows" });
  list.append(...rows);
  return [make("h3", {}, title), list];
}

/** @param {...(Node | string)} words */
function row(...words) {
  return make("li", {}, ...words);
}

function days() {
  /** @type {Map<string, string[]>} */
  const byDay = new Map();
  for (const id of filled("practised")) {
    const day = store.text(`practised/${id}`);
    byDay.set(day, [...(byDay.get(day) ?? []), id]);
  }
  return [...byDay]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, ids]) =>
      row(
        make("span", { className: "loop-name" }, dayInWords(day)),
        ...ids.flatMap((id) => [" · ", link("question", id)]),
      ),
    );
}

function lists() {
  const own = filled("own");
  const ticked = new Set(filled("tick"));
  const listOf = (/** @type {string} */ id) => id.slice(0, Math.max(0, id.indexOf(".")));
  return [...new Set([...all("list"), ...own.map(listOf)])].flatMap((list) => {
    const mine = own.filter((id) => listOf(id) === list);
    const items = known("list", list)?.dataset.items?.split(" ") ?? [];
    const [every, done] = [[...items, ...mine], [...items, ...mine].filter((id) => ticked.has(id))];
    if (done.length + mine.length === 0) return [];
    const said = `: ${done.length} of ${every.length} ticked`;
    const bar = make("progress", { max: every.length, value: done.length, ariaHidden: "true" });
    const texts = mine.map((id) =>
      row(
        make("bdi", {}, store.text(`own/${id}`)),
        make("span", { className: "loop-quiet" }, ticked.has(id) ? " (ticked)" : " (open)"),
      ),
    );
    return [
      row(link("list", list), said, bar, ...(texts.length ? [make("ul", {}, ...texts)] : [])),
    ];
  });
}

function needs() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const tick of filled("tick")) {
    const id = needed(tick);
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].map(([id, count]) => {
    const of = known("question", id)?.dataset.needs;
    return row(
      link("question", id),
      `: ${of ? `${count} of ${of}` : counted(count, "box", "boxes")} ticked`,
    );
  });
}

function settings() {
  return ["lens/role", "plan/date", "plan/hours"]
    .filter((id) => store.text(id))
    .map((id) =>
      row(
        make("span", { className: "loop-name" }, name(id)),
        ": ",
        make("bdi", {}, held(id, store.text(id))),
      ),
    );
}

/** What is kept and nothing above has a place for: it is shown as it is, and never dropped. */
function others() {
  const placed = new Set(["lens/role", "plan/date", "plan/hours", "backup/last"]);
  const items = new Set(
    all("list").flatMap((id) => known("list", id)?.dataset.items?.split(" ") ?? []),
  );
  const isPlaced = (/** @type {string} */ id) => {
    const [kind = "", rest = ""] = [id.slice(0, id.indexOf("/")), id.slice(id.indexOf("/") + 1)];
    if (kind === "tick") return items.has(rest) || needed(rest) || store.text(`own/${rest}`);
    return placed.has(id) || ["note", "own", "practised", "star"].includes(kind);
  };
  return [...store.records()]
    .filter(([id, versions]) => !isPlaced(id) && versions.some((version) => version.value))
    .map(([id, versions]) =>
      row(make("code", {}, id), ": ", make("bdi", {}, held(id, versions.at(-1)?.value))),
    );
}
