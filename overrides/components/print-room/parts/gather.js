// Puts the chosen parts together, from the pages that have them.

import { bring, fetchPage } from "../../../assets/fetch-parts.js";
import { store } from "../../../assets/store/store.js";
import { chosen, copies, inputs } from "./choice.js";
import { made } from "./paper.js";
import { Sources } from "./sources.js";

/**
 * @typedef {object} Part of the document
 * @property {string} title
 * @property {Element[]} nodes
 * @property {boolean} cards whether these are cards, which run on
 */

const LINES = 8;
const GUIDANCE = ".loop-question__why, .loop-question__part, .loop-question__foot";

/**
 * What is to be printed, in the order of the form.
 * @param {HTMLFormElement} form
 * @returns {Promise<{parts: Part[], failed: string[], questions: number}>} `failed`: titles of what
 *   could not be had
 */
export async function gather(form) {
  const [ticked, sections] = [inputs(form, "part"), inputs(form, "section")];
  const wanted = [
    ...ticked.filter((each) => each.checked).map((each) => ({ each, take: block })),
    ...sections.filter((each) => ids(form, each).length > 0).map((each) => ({ each, take: cards })),
  ];
  const sources = new Sources();
  // All pages are asked for at once, and taken in their order: so are the numbers of the sources.
  const fetched = wanted.map(({ each }) =>
    Promise.allSettled(addresses(each).map((address) => fetchPage(address))),
  );
  /** @type {Part[]} */
  const parts = [];
  const failed = [];
  for (const [place, { each, take }] of wanted.entries()) {
    const answers = (await fetched[place]) ?? [];
    const pages = answers.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const nodes = pages.length === answers.length ? take(form, each, pages, sources) : [];
    const title = each.dataset.title ?? "";
    if (nodes.length > 0) parts.push({ title, nodes, cards: take === cards });
    else failed.push(title);
  }
  if (sources.size > 0) parts.push({ title: "Sources", nodes: [sources.block], cards: false });
  const questions = parts.flatMap(({ nodes, cards: are }) => (are ? nodes : []));
  return { parts, failed, questions: questions.filter((each) => each.matches("article")).length };
}

/** @param {HTMLInputElement} input @returns {string[]} the pages that have a part */
function addresses(input) {
  return (input.dataset.pages ?? "").split(" ").map((each) => new URL(each, location.href).href);
}

/**
 * The questions of a section that are chosen by any way.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} section
 */
export function ids(form, section) {
  const all = (section.dataset.ids ?? "").split(" ");
  const [starred] = inputs(form, "starred");
  const [link] = inputs(form, "question");
  const linked = link?.checked ? link.value.split(" ") : [];
  return all.filter(
    (id) =>
      section.checked || linked.includes(id) || (starred?.checked && store.flag(`star/${id}`)),
  );
}

/** @typedef {(form: HTMLFormElement, input: HTMLInputElement, pages: Document[], sources: Sources) => Element[]} Take */

/** @type {Take} a block of a page, or the same of several pages, each under the name of its page */
function block(form, input, pages, sources) {
  const all = pages.map((page, place) => {
    const found = page.querySelector(input.dataset.find ?? "");
    if (!found) return [];
    const address = addresses(input)[place] ?? "";
    const mine = sources.number(bring(found, address), page, address);
    if (pages.length === 1) return [mine];
    const name = document.createElement("h3");
    name.textContent = page.querySelector("h1")?.firstChild?.textContent?.trim() ?? "";
    return [name, mine];
  });
  if (all.some((each) => each.length === 0)) return [];
  if (input.value !== "story-card") return all.flat();
  const count = copies(Number(inputs(form, "copies")[0]?.value));
  return Array.from({ length: count }, () =>
    all.flat().map((each) => /** @type {Element} */ (each.cloneNode(true))),
  ).flat();
}

/** @type {Take} the cards of a section */
function cards(form, input, [page], sources) {
  const [address = ""] = addresses(input);
  const role = chosen(form, "role");
  const wanted = ids(form, input);
  const found = wanted.flatMap((id) => page?.getElementById(id)?.closest("article") ?? []);
  if (!page || found.length < wanted.length) return [];
  const mine = found.filter(
    (card) => role === "all" || card.dataset.role?.split(" ").includes(role),
  );
  const space = chosen(form, "cards") === "space";
  const left = found.length - mine.length;
  const said =
    left === 1 ? "1 question for other roles is" : `${left} questions for other roles are`;
  return [
    ...(left > 0 ? [made("p", "left", `${said} left out here.`)] : []),
    ...mine.map((card) => sources.number(onPaper(bring(card, address), space), page, address)),
  ];
}

/**
 * A card for paper: with its lasting address, and with space to write instead of guidance.
 * @param {HTMLElement} card
 * @param {boolean} space
 */
function onPaper(card, space) {
  const link = card.querySelector('.loop-question__foot a[href*="/q/"]');
  const address = made("p", "address", link?.getAttribute("href") ?? "");
  link?.remove();
  if (space) {
    for (const part of card.querySelectorAll(GUIDANCE)) {
      if (!part.querySelector("input")) part.remove();
    }
    const lines = Array.from({ length: LINES }, () => made("span", "line"));
    card.classList.add("loop-print-room__space");
    card.append(made("div", "lines", ...lines));
  }
  card.append(address);
  return card;
}
