// The full card of a question, taken from the page of its section.

import { bring, fetchPage } from "../../../assets/fetch-parts.js";

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
  return bring(card, address);
}
