// Puts the chosen parts together, from the pages that have them.

import { bring, fetchPage } from "../../../assets/fetch-parts.js";
import { store } from "../../../assets/store/store.js";
import { inputs } from "./choice.js";
import { made } from "./paper.js";
import { Sources } from "./sources.js";

/** @typedef {{title: string, nodes: Element[], cards: boolean}} Part cards run on */
/** @typedef {{parts: Part[], failed: string[], questions: number}} Gathered failed: their titles */
/** @typedef {(input: HTMLInputElement, pages: Document[]) => Element[]} Take none, if one is missing */

const LINES = 8;
const GUIDANCE = ".loop-question__why, .loop-question__part, .loop-question__foot";

/**
 * What is to be printed, in the order of the form.
 * @param {HTMLFormElement} form
 * @returns {Promise<Gathered>}
 */
export async function gather(form) {
  const value = (/** @type {string} */ name) =>
    inputs(form, name).find((each) => each.checked || each.type === "number")?.value ?? "";
  const [role, space, linked] = [value("role"), value("cards") === "space", value("question")];
  const sources = new Sources();

  /** @param {Element} part @param {Document} page @param {string} address */
  const take = (part, page, address) => {
    const mine = forRole(bring(part, address), role);
    if (mine.matches("article")) onPaper(mine, space);
    return sources.number(mine, page, address);
  };

  /** @type {Take} a block of a page, or the same of several, each under the name of its page */
  const block = (input, pages) => {
    const all = pages.map((page, place) => {
      const found = page.querySelector(`${input.dataset.find}`);
      const name = made("h3", "", `${page.querySelector("h1")?.firstChild?.textContent}`);
      if (!found) return [];
      return [...(pages[1] ? [name] : []), take(found, page, addresses(input)[place] ?? "")];
    });
    if (all.some((each) => each.length === 0)) return [];
    const copies = input.value === "story-card" ? Number(value("copies")) : 1;
    const more = () => all.flat().map((each) => /** @type {Element} */ (each.cloneNode(true)));
    return Array.from({ length: copies }, more).flat();
  };

  /** The questions of a section that are chosen by any way. @param {HTMLInputElement} section */
  const wanted = ({ checked, dataset }) =>
    `${dataset.ids}`
      .split(" ")
      .filter(
        (id) =>
          checked ||
          linked.split(" ").includes(id) ||
          (value("starred") && store.flag(`star/${id}`)),
      );

  /** @type {Take} the cards of a section */
  const cards = (section, [page]) => {
    const ids = wanted(section);
    const found = ids.flatMap((id) => page?.getElementById(id)?.closest("article") ?? []);
    if (!page || found.length < ids.length) return [];
    const mine = found.filter((card) => isFor(card, role));
    const left = found.length - mine.length;
    const said = `${left} question${left === 1 ? "" : "s"} for other roles left out here.`;
    const [address = ""] = addresses(section);
    const nodes = mine.map((card) => take(card, page, address));
    return left > 0 ? [made("p", "left", said), ...nodes] : nodes;
  };

  const chosen = [
    ...inputs(form, "part").flatMap((input) => (input.checked ? { input, nodes: block } : [])),
    ...inputs(form, "section").flatMap((input) =>
      wanted(input).length > 0 ? { input, nodes: cards } : [],
    ),
  ];
  // All pages are asked for at once, and taken in their order: so are the numbers of the sources.
  const asked = chosen.map(({ input }) =>
    Promise.all(addresses(input).map((address) => fetchPage(address))).catch(() => []),
  );
  /** @type {Gathered} */
  const gathered = { parts: [], failed: [], questions: 0 };
  for (const [place, { input, nodes: taken }] of chosen.entries()) {
    const pages = (await asked[place]) ?? [];
    const nodes = pages.length > 0 ? taken(input, pages) : [];
    const title = `${input.dataset.title}`;
    if (nodes.length === 0) gathered.failed.push(title);
    else gathered.parts.push({ title, nodes, cards: taken === cards });
    gathered.questions += nodes.filter((each) => each.matches("article")).length;
  }
  if (sources.size > 0) {
    gathered.parts.push({ title: "Sources", nodes: [sources.block], cards: false });
  }
  return gathered;
}

/** @param {HTMLInputElement} input @returns {string[]} the pages that have a part */
function addresses(input) {
  return `${input.dataset.pages}`.split(" ").map((each) => new URL(each, location.href).href);
}

/** @param {HTMLElement} part @param {string} role */
function isFor({ dataset }, role) {
  return role === "all" || !dataset.role || dataset.role.split(" ").includes(role);
}

/**
 * A part without what is for other roles, and with the note that says so.
 * @param {Element} part @param {string} role
 */
function forRole(part, role) {
  for (const each of part.querySelectorAll("[data-role], [data-lens-for]")) {
    if (!(each instanceof HTMLElement)) continue;
    const { lensFor } = each.dataset;
    if (lensFor ? lensFor !== role : !isFor(each, role)) each.remove();
    else if (lensFor) each.hidden = false;
  }
  return part;
}

/**
 * A card for paper: with its lasting address, and with space to write instead of guidance.
 * @param {Element} card @param {boolean} space
 */
function onPaper(card, space) {
  const link = card.querySelector('.loop-question__foot a[href*="/q/"]');
  link?.remove();
  if (space) {
    for (const part of card.querySelectorAll(GUIDANCE)) {
      if (!part.querySelector("input")) part.remove();
    }
    card.classList.add("loop-print-room__space");
    const lines = Array.from({ length: LINES }, () => made("span", "line"));
    card.append(made("div", "lines", ...lines));
  }
  card.append(made("p", "address", link?.getAttribute("href") ?? ""));
}
