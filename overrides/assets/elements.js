// The registry of elements. A tag's module is fetched when the tag stands on the page, at first and
// whenever the content is swapped; a page loads no script that it does not use.

/** Tag → the folder of its component. */
const elements = {
  "loop-check-list": "check-list",
  "loop-dated": "dated",
  "loop-interview-plan": "interview-plan",
  "loop-my-things": "my-things",
  "loop-print-room": "print-room",
  "loop-question-bank": "question-bank",
  "loop-question-finder": "question-finder",
  "loop-question-marks": "question-marks",
  "loop-role-lens": "role-lens",
};

const here = new URL("..", import.meta.url);

function define() {
  for (const [tag, folder] of Object.entries(elements)) {
    if (document.querySelector(tag) && !customElements.get(tag)) {
      import(`${here}components/${folder}/${folder}.js`);
    }
  }
}

define();
new MutationObserver(define).observe(document.body, { childList: true, subtree: true });
