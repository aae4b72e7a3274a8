// Everything that a reader keeps here but the questions. Nothing in it is typed into, so that it is
// drawn anew at each change.

import { dayInWords } from "../day.js";
import { make } from "../make.js";
import { store } from "../store/store.js";
import { counted } from "./counts.js";
import { all, held, known, link, name, needed, split } from "./names.js";

const SETTINGS = ["lens/role", "plan/date", "plan/hours"];

/** The parts that have something to show. */
export function overview() {
  const parts = {
    "Practised, day by day": days(),
    Checklists: lists(),
    "What your stories need": needs(),
    Settings: SETTINGS.filter((id) => store.text(id)).map((id) => row(name(id), ": ", value(id))),
    "From another edition": others(),
  };
  const className = "loop-plain-list loop-my-things__rows";
  return Object.entries(parts).flatMap(([title, rows]) =>
    rows.length ? [make("h3", {}, title), make("ul", { className }, ...rows)] : [],
  );
}

/** @param {...(Node | string)} words */
const row = (...words) => make("li", {}, ...words);

/** @param {string} id */
const value = (id) => make("bdi", {}, held(id, store.versions(id).at(-1)?.value ?? ""));

function days() {
  /** @type {Record<string, string[]>} */
  const byDay = {};
  for (const id of store.ids("practised")) {
    const day = store.text(`practised/${id}`);
    byDay[day] = [...(byDay[day] ?? []), id];
  }
  const latest = Object.entries(byDay).sort(([a], [b]) => (a < b ? 1 : -1));
  return latest.map(([day, ids]) =>
    row(dayInWords(day), ...ids.flatMap((id) => [" · ", link("question", id)])),
  );
}

/** @param {string} list @returns {string[]} */
const itemsOf = (list) => known("list", list)?.dataset.items?.split(" ") ?? [];

function lists() {
  const own = store.ids("own").map((id) => ({ id, list: id.split(".", 1)[0] ?? "" }));
  return [...new Set([...all("list"), ...own.map(({ list }) => list)])].flatMap((list) => {
    const mine = own.filter((each) => each.list === list).map(({ id }) => id);
    const items = [...itemsOf(list), ...mine];
    const done = items.filter((id) => store.flag(`tick/${id}`));
    if (done.length + mine.length === 0) return [];
    const said = `: ${done.length} of ${items.length} ticked`;
    const bar = make("progress", { max: items.length, value: done.length, ariaHidden: "true" });
    const texts = mine.map((id) =>
      row(value(`own/${id}`), done.includes(id) ? " (ticked)" : " (open)"),
    );
    return [row(link("list", list), said, bar, make("ul", { hidden: !mine.length }, ...texts))];
  });
}

function needs() {
  const about = store.ids("tick").flatMap((tick) => needed(tick) ?? []);
  return [...new Set(about)].map((id) => {
    const count = about.filter((each) => each === id).length;
    const of = known("question", id)?.dataset.needs;
    const said = of ? `${count} of ${of}` : counted(count, "box", "boxes");
    return row(link("question", id), `: ${said} ticked`);
  });
}

/** What nothing above has a place for: it is shown as it is, and never dropped. */
function others() {
  const items = new Set(all("list").flatMap(itemsOf));
  const left = [...store.records().keys()].filter((record) => {
    const [kind, id] = split(record);
    if (kind === "tick") return !items.has(id) && !needed(id) && !store.text(`own/${id}`);
    return (
      ![...SETTINGS, "backup/last"].includes(record) && !/^(note|own|practised|star)$/.test(kind)
    );
  });
  const filled = left.filter((id) => store.versions(id).length > 0);
  return filled.map((id) => row(make("code", {}, id), ": ", value(id)));
}
