// Takes parts of the site's other pages to show them on this one: each page is fetched once, and what
// dresses its parts is put on here too. Nothing is written twice, and nothing of it is run: an element
// comes to life when it stands on this page.

/** @type {Map<string, Promise<Document>>} */
const pages = new Map();

/**
 * A page of the site, read. Fails with an Error where it cannot be had; the next call tries again.
 * @param {string} address without a hash
 * @returns {Promise<Document>}
 */
export function fetchPage(address) {
  const before = pages.get(address);
  if (before) return before;
  const page = fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(`${answer.status}`);
    const read = new DOMParser().parseFromString(await answer.text(), "text/html");
    const links = [...read.querySelectorAll("link[rel=stylesheet]")];
    await Promise.all(links.map((link) => wear(link, address)));
    return read;
  });
  pages.set(address, page);
  page.catch(() => pages.delete(address));
  return page;
}

/**
 * Put on a style of the parts' own page that this one lacks.
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
 * A part of a page for this one: open, its links leading where they led, without ids of its own.
 * @template {Element} Part
 * @param {Part} part
 * @param {string} address of its page
 * @returns {Part}
 */
export function bring(part, address) {
  const mine = document.importNode(part, true);
  for (const link of mine.querySelectorAll("[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", address).href);
  }
  for (const each of [mine, ...mine.querySelectorAll("[id]")]) each.removeAttribute("id");
  for (const each of mine.querySelectorAll(".headerlink")) each.remove();
  for (const depth of mine.querySelectorAll("details")) depth.open = true;
  return mine;
}
