// The one store of a page: what the reader ticks and writes here, in this browser's own storage.

// All named here, so that the browser fetches them at once and not one after the other.
import "./area.js";
import "./around.js";
import "./book.js";
import "./exchange.js";
import "./formats.js";
import "./reading.js";
import "./shelf.js";
import "./versions.js";
import { Keeper } from "./keeper.js";

export const store = new Keeper(() => localStorage);

/** What is not kept is said at the foot of the window, by an element that comes only then. */
async function tell() {
  const wrong = store.trouble !== null || store.aside().size > 0;
  if (!wrong || document.querySelector("loop-store-notice")) return;
  document.body.append(document.createElement("loop-store-notice"));
  await import("./notice.js");
}

store.addEventListener("trouble", tell);
store.addEventListener("change", tell);
tell();
