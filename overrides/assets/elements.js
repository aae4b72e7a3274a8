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

const tags = Object.keys(elements).join();

/** @param {Element} root what has come onto the page: nothing else is looked through again */
function define(root) {
  for (const { localName } of [root, ...root.querySelectorAll(tags)]) {
    const folder = elements[/** @type {keyof typeof elements} */ (localName)];
    if (folder) import(`${here}components/${folder}/${folder}.js`);
  }
}

define(document.body);
new MutationObserver((changes) => {
  for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (node instanceof Element) define(node);
  }
}).observe(document.body, { childList: true, subtree: true });
