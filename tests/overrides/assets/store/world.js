// A browser made up for tests: one storage, tabs that share it, and events that come when the test
// says so, late, or never. What fails, and when, is the test's choice too.

import { Formats } from "/under-test/formats.js";
import { Keeper } from "/under-test/keeper.js";

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A pretend later edition: each form adds a field of its own, and takes it away on the way down. */
export function pretend(count, calls = []) {
  const steps = Array.from({ length: count }, (_, place) => ({
    up: (raw) => {
      calls.push(`up ${place + 1}`);
      return { ...raw, [`since${place + 2}`]: true };
    },
    down: ({ [`since${place + 2}`]: _gone, ...raw }) => {
      calls.push(`down ${place + 2}`);
      return raw;
    },
  }));
  return new Formats(steps);
}

export class World {
  /** @type {Map<string, string>} */
  entries = new Map();
  tabs = [];
  now = 1_800_000_000_000;
  /** How the next write fails: null, "refused", "full", "torn". */
  fails = (_key, _text) => null;
  failsToRemove = (_key) => false;
  failsToRead = () => false;
  failsToGet = (_key) => false;
  reads = 0;
  writes = 0;

  constructor(entries = {}) {
    for (const [key, text] of Object.entries(entries)) this.entries.set(key, text);
  }

  open(formats = new Formats()) {
    const tab = new Tab(this, formats);
    this.tabs.push(tab);
    return tab;
  }

  /** What a page that is opened now would show; it changes nothing. */
  look(formats = new Formats()) {
    return new Tab(new World(Object.fromEntries(this.entries)), formats).keeper;
  }

  changed(by, key) {
    this.order = null;
    for (const tab of this.tabs) if (tab !== by) tab.queue.push(key);
  }

  keys() {
    this.order ??= [...this.entries.keys()];
    return this.order;
  }
}

export class Tab {
  queue = [];
  tasks = [];
  page = new EventTarget();
  told = [];
  /** How many more changes reach the storage before the browser kills the page. */
  breath = Number.POSITIVE_INFINITY;

  constructor(world, formats) {
    this.world = world;
    const around = {
      formats,
      page: this.page,
      now: () => world.now,
      wait: (task) => this.tasks.push(task),
    };
    this.keeper = new Keeper(() => this.storage(), around);
    this.keeper.addEventListener("change", ({ detail }) => this.told.push(...detail));
    this.keeper.addEventListener("trouble", () => this.told.push(`! ${this.keeper.trouble}`));
  }

  storage() {
    const { world } = this;
    if (world.failsToRead()) throw new DOMException("no", "SecurityError");
    const change = (key, act) => {
      this.breath -= 1;
      if (this.breath < 0) return;
      act();
      world.changed(this, key);
    };
    return {
      get length() {
        return world.keys().length;
      },
      key: (place) => world.keys()[place] ?? null,
      getItem: (key) => {
        world.reads += 1;
        if (world.failsToGet(key)) throw new DOMException("no", "SecurityError");
        return world.entries.get(key) ?? null;
      },
      setItem: (key, text) => {
        world.writes += 1;
        const failure = world.fails(key, text);
        if (failure === "refused") throw new DOMException("no", "SecurityError");
        if (failure === "full") throw new DOMException("no", "QuotaExceededError");
        const written = failure === "torn" ? text.slice(0, text.length / 2) : text;
        change(key, () => world.entries.set(key, written));
      },
      removeItem: (key) => {
        if (world.failsToRemove(key)) throw new DOMException("no", "SecurityError");
        if (world.entries.has(key)) change(key, () => world.entries.delete(key));
      },
    };
  }

  /** Hear of what other tabs have done: of all of it, or of the first. */
  hear(count = this.queue.length) {
    for (const key of this.queue.splice(0, count)) {
      this.page.dispatchEvent(Object.assign(new Event("storage"), { key }));
    }
  }

  miss() {
    this.queue.length = 0;
  }

  /** What the browser tells a page: pagehide, pageshow, visibilitychange, focus. */
  tell(event) {
    this.page.dispatchEvent(new Event(event));
  }

  /** Let the time come for which the page has waited. */
  wait() {
    for (const task of this.tasks.splice(0)) task();
  }

  close() {
    this.world.tabs = this.world.tabs.filter((tab) => tab !== this);
  }
}
