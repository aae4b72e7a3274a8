// The theme asks for the whole search index on every page, at once, and starts the worker that is to
// search it. This holds both back until the reader turns to the search; what is typed before the index
// is there is answered when it comes. Words that every question has are left out of what is asked: the
// theme would look for all that begins with an "a". It rests on the theme's own way (one XMLHttpRequest
// for search/search_index.json, one Worker from workers/search.*.js that is asked by messages of type 2,
// Material 9.8.1), which browser tests guard.
(() => {
  const { open, send } = XMLHttpRequest.prototype;
  /** @type {WeakSet<XMLHttpRequest>} */
  const forSearch = new WeakSet();
  /** @type {(() => void)[]} */
  let held = [];

  // On the page that finds questions, `q` in the address is what is looked for there. The theme would
  // open its own search with it: it is put aside until the theme has started.
  const finder = document.querySelector("loop-question-finder");
  const address = new URL(location.href);
  if (finder instanceof HTMLElement && address.searchParams.has("q")) {
    finder.dataset.asked = address.search;
    address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
  }
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

  const common = new Set(
    `a about an and any are as at be been but by can could did do does for from had has have how i if
    in is it me my no not of on one or so that the their them there they this time to was were what
    when where which who why with would you your`.split(/\s+/),
  );

  const QUERY = 2;

  const telling = (/** @type {any} */ message) => {
    if (message?.type !== QUERY || typeof message.data !== "string") return message;
    const words = message.data.split(/\s+/);
    const left = words.filter((/** @type {string} */ word) => !common.has(word.toLowerCase()));
    return left.length > 0 ? { ...message, data: left.join(" ") } : message;
  };

  // Takes messages for the worker while there is none, and hands on what it answers.
  const Worker = window.Worker;
  class LaterWorker extends EventTarget {
    /** @type {Worker | null} */
    worker = null;
    /** @type {unknown[]} */
    messages = [];

    /** @param {string | URL} url */
    start(url) {
      this.worker = new Worker(url);
      this.worker.addEventListener("message", ({ data }) =>
        this.dispatchEvent(new MessageEvent("message", { data })),
      );
      for (const message of this.messages) this.worker.postMessage(message);
    }

    /** @param {unknown} message */
    postMessage(message) {
      if (this.worker) this.worker.postMessage(telling(message));
      else this.messages.push(telling(message));
    }
  }

  window.Worker = new Proxy(Worker, {
    construct(target, /** @type {[string | URL, WorkerOptions?]} */ [url, options]) {
      if (!/\/workers\/search\.[^/]*$/.test(String(url))) return new target(url, options);
      const later = new LaterWorker();
      if (wanted) later.start(url);
      else held.push(() => later.start(url));
      return later;
    },
  });

  XMLHttpRequest.prototype.open = function (/** @type {any[]} */ ...rest) {
    if (/\/search\/search_index\.json$/.test(String(rest[1]))) forSearch.add(this);
    return open.apply(this, /** @type {any} */ (rest));
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (forSearch.has(this) && !wanted) held.push(() => send.call(this, body));
    else send.call(this, body);
  };
})();
