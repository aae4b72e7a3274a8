// <loop-store-notice>: the lasting line at the foot of the window that says what this browser does not
// keep, why, and what to do. The store puts it there when there is something to say, and only then.

import { hand } from "../file.js";
import { make } from "../make.js";
import { store } from "./store.js";

const SAID = {
  refused:
    "This browser keeps nothing here: data of sites is blocked, or the window is private. What you tick and write stays until you leave this page.",
  full: "This browser has no room left for this site, so your last change is not kept. It stays until you leave this page. Save it as a file, then delete something here or in the browser.",
  torn: "This browser did not keep your last change as you made it. It stays until you leave this page. Save it as a file, then try again.",
  newer:
    "A newer edition of this guide has written here, in a form that this one cannot write. You can read what it shows; for changes, open the newer edition.",
};
const ASIDE =
  "Something that was kept here cannot be read. It is set aside, not deleted. Save it as a file before you delete it.";

class StoreNotice extends HTMLElement {
  #shown = "";

  connectedCallback() {
    this.className = "loop-store-notice md-typeset";
    this.role = "status";
    const href = import.meta.resolve("./notice.css");
    if (!document.querySelector(`link[href="${href}"]`)) {
      const onload = () => this.#makeWay();
      document.head.append(make("link", { rel: "stylesheet", href, onload }));
    }
    store.addEventListener("trouble", this);
    store.addEventListener("change", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    store.removeEventListener("trouble", this);
    store.removeEventListener("change", this);
  }

  /** Say what is so now; what is said already stays untouched, and with it the focus. */
  handleEvent() {
    const aside = store.aside().size;
    const shown = `${store.trouble} ${store.unsaved > 0} ${aside}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.replaceChildren();
    if (store.trouble) this.append(make("p", {}, SAID[store.trouble], " ", ...this.#ways()));
    if (aside > 0) this.append(make("p", {}, ASIDE, " ", ...this.#waysAside()));
    this.hidden = this.childElementCount === 0;
    this.#makeWay();
  }

  /** What the reader is typing in does not lie beneath. */
  #makeWay() {
    const active = document.activeElement;
    if (this.hidden || active === document.body || this.contains(active)) return;
    active?.scrollIntoView({ block: "nearest" });
  }

  #ways() {
    if (store.trouble === "newer" && store.unsaved === 0) return [];
    const save = button("Save it as a file", async () => {
      const { pack } = await import("./backup.js");
      hand("leadership-loop", pack(store));
    });
    const again = button("Try again", () => store.retry());
    return [...(store.unsaved > 0 ? [save] : []), ...(store.trouble === "newer" ? [] : [again])];
  }

  #waysAside() {
    const drop = button("Delete it", () => {
      store.dropAside();
      this.handleEvent();
    });
    drop.hidden = true;
    const save = button("Save it as a file", () => {
      hand("leadership-loop-set-aside", JSON.stringify(Object.fromEntries(store.aside()), null, 1));
      drop.hidden = false;
    });
    return [save, drop];
  }
}

/**
 * @param {string} words
 * @param {() => unknown} act
 */
function button(words, act) {
  const made = make("button", { type: "button", className: "loop-store-notice__do" }, words);
  made.addEventListener("click", act);
  return made;
}

customElements.define("loop-store-notice", StoreNotice);
