// The theme asks for the whole search index on every page, at once. This holds that one request back
// until the reader turns to the search; what is typed before the index is there is answered when it
// comes. It rests on the theme's own way of asking (one XMLHttpRequest for search/search_index.json,
// Material 9.8.1), which a browser test guards.
(() => {
  const { open, send } = XMLHttpRequest.prototype;
  /** @type {WeakSet<XMLHttpRequest>} */
  const forSearch = new WeakSet();
  /** @type {(() => void)[]} */
  let held = [];
  let wanted = new URLSearchParams(location.search).has("q");

  const release = () => {
    wanted = true;
    for (const go of held) go();
    held = [];
  };

  const isSearch = (/** @type {EventTarget | null} */ target) =>
    target instanceof Element &&
    target.matches('[data-md-component="search-query"], [data-md-toggle="search"]');

  document.addEventListener("focusin", (event) => isSearch(event.target) && release(), true);

  // On a narrow screen the field is hidden until the search's box is ticked: then it takes the focus.
  document.addEventListener(
    "change",
    ({ target }) => {
      if (!isSearch(target)) return;
      release();
      const field = document.querySelector('[data-md-component="search-query"]');
      const opened = target instanceof HTMLInputElement && target.checked;
      if (opened && field instanceof HTMLElement) field.focus();
    },
    true,
  );

  XMLHttpRequest.prototype.open = function (/** @type {any[]} */ ...rest) {
    if (/\/search\/search_index\.json$/.test(String(rest[1]))) forSearch.add(this);
    return open.apply(this, /** @type {any} */ (rest));
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (forSearch.has(this) && !wanted) held.push(() => send.call(this, body));
    else send.call(this, body);
  };
})();
