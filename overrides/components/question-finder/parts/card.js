// The full card of a question, taken from the page of its section: each page is fetched once.

/** @type {Map<string, Promise<Document>>} */
const pages = new Map();

/**
 * @param {string} address of a page, without its hash
 * @returns {Promise<Document>}
 */
function fetchPage(address) {
  const before = pages.get(address);
  if (before) return before;
  const page = fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(`${answer.status}`);
    const read = new DOMParser().parseFromString(await answer.text(), "text/html");
    await Promise.all(
      [...read.querySelectorAll("link[rel=stylesheet]")].map((link) => wear(link, address)),
    );
    return read;
  });
  pages.set(address, page);
  // What failed is tried again the next time.
  page.catch(() => pages.delete(address));
  return page;
}

/**
 * Put on a style of the cards' own page that this one lacks.
 * @param {Element} link
 * @param {string} address
 */
function wear(link, address) {
  const { href } = new URL(link.getAttribute("href") ?? "", address);
  const worn = [...document.querySelectorAll("link")].some((each) => each.href === href);
  if (worn || !href.includes("/components/")) return null;
  const mine = document.createElement("link");
  mine.rel = "stylesheet";
  return new Promise((done) => {
    mine.onload = mine.onerror = done;
    mine.href = href;
    document.head.append(mine);
  });
}

/**
 * The card of a question, opened. Throws if it cannot be fetched, or is not there.
 * @param {string} permalink the address of the card on the page of its section
 * @returns {Promise<HTMLElement>}
 */
export async function fetchCard(permalink) {
  const { hash, href } = new URL(permalink);
  const address = href.slice(0, href.length - hash.length);
  const page = await fetchPage(address);
  const card = page.getElementById(decodeURIComponent(hash.slice(1)))?.closest("article");
  if (!card) throw new Error("no such card");
  const mine = document.importNode(card, true);
  // Links were written for the card's own page; an id may be here already.
  for (const link of mine.querySelectorAll("[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", address).href);
  }
  for (const each of mine.querySelectorAll("[id]")) {
    if (document.getElementById(each.id)) each.removeAttribute("id");
  }
  for (const depth of mine.querySelectorAll("details")) depth.open = true;
  return mine;
}
