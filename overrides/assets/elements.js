// The registry of elements. A tag's module is fetched when the tag stands on the page, at first and
// after each instant navigation; a page loads no script that it does not use.

/** Tag → the folder of its component. */
const elements = {
  "loop-dated": "dated",
  "loop-question-bank": "question-bank",
};

const here = new URL("..", import.meta.url);

function define() {
  for (const [tag, folder] of Object.entries(elements)) {
    if (document.querySelector(tag) && !customElements.get(tag)) {
      import(`${here}components/${folder}/${folder}.js`);
    }
  }
}

/**
 * Instant navigation swaps the content at once and lets new styles arrive after it: keep the content
 * hidden until they have.
 * @param {MutationRecord[]} changes
 */
function wait(changes) {
  const coming = changes
    .flatMap((change) => [...change.addedNodes])
    .filter((node) => node instanceof HTMLLinkElement && node.rel === "stylesheet" && !node.sheet);
  if (coming.length === 0) return;
  const root = document.documentElement;
  root.dataset.loopWaits = "";
  const arrived = coming.map(
    (link) =>
      new Promise((done) => {
        link.addEventListener("load", done, { once: true });
        link.addEventListener("error", done, { once: true });
      }),
  );
  Promise.all(arrived).then(() => delete root.dataset.loopWaits);
}

define();
new MutationObserver(wait).observe(document.head, { childList: true });
new MutationObserver(define).observe(document.body, { childList: true, subtree: true });
