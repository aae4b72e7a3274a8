// A reader with two or three tabs and two editions, for two hundred steps: writes, ticks, reloads, comes
// back, brings backups and takes them back, while the clock jumps, news come late or never, the browser
// refuses, and tabs die in the middle. Whatever the page called saved must live, or have been replaced
// by somebody who had it before them.

import { bring, pack, unpack } from "/under-test/backup.js";
import { Ledger } from "./ledger.js";
import { pretend, random, World } from "./world.js";

const NOTES = ["note/a", "note/b", "note/c", "own/list.1"];
const TICKS = ["tick/a", "tick/b", "tick/c", "star/a"];
const THEIRS = { another: "application", "/.__palette": "{}" };
const FAILURES = ["refused", "full", "torn"];

export class Simulation {
  constructor(seed) {
    this.chance = random(seed);
    this.world = new World(THEIRS);
    this.ledger = new Ledger();
    this.count = 0;
    this.files = [];
    this.undos = [];
    this.log = [];
    this.awaited = new Set();
    this.saved = 0;
    this.tabs = Array.from({ length: this.chance() < 0.5 ? 2 : 3 }, () => this.open());
    // In some of them, a later edition with another format comes along half-way.
    this.later = this.chance() < 0.2;
  }

  /** @returns {string[]} what was lost, or never should have happened */
  run(steps) {
    for (let step = 0; step < steps; step += 1) {
      if (this.later && step === Math.floor(steps / 2)) this.tabs[0] = this.open(pretend(1));
      const name = this.step();
      this.log.push(`${step} ${name}`);
      if (step % 20 === 19 || step === steps - 1) {
        const faults = this.faults();
        if (faults.length > 0) return faults;
      }
    }
    return this.settle();
  }

  pick(all) {
    return all[Math.floor(this.chance() * all.length)];
  }

  open(formats) {
    const tab = this.world.open(formats);
    // What the reader has before them, and what the tab wrote last.
    return Object.assign(tab, { view: new Map(), own: new Map(), pending: new Set() });
  }

  step() {
    const place = Math.floor(this.chance() * this.tabs.length);
    const tab = this.tabs[place];
    const chances = {
      edit: 30, remove: 4, tick: 15, look: 8, hear: 10, hearOne: 6, miss: 2, reload: 4, close: 3,
      comeBack: 3, wait: 3, save: 4, merge: 4, replace: 1, undo: 4, clock: 2, storm: 2, calm: 6,
      die: 3, clear: 0.4,
    };
    let left = this.chance() * Object.values(chances).reduce((sum, each) => sum + each);
    const name = Object.keys(chances).find((each) => (left -= chances[each]) < 0) ?? "edit";
    const said = this[name](tab, place);
    return `${name} ${place} ${said ?? ""}`;
  }

  edit(tab) {
    this.count += 1;
    return this.write(tab, `Text ${this.count}${this.pick(["", " <b>", "long ".repeat(60)])}.`);
  }

  remove(tab) {
    return this.write(tab, "");
  }

  write(tab, text) {
    const id = this.pick(NOTES);
    const now = tab.keeper.versions(id);
    // Often what was typed was typed over what stood there some time ago.
    const seen = this.chance() < 0.5 ? now : (tab.view.get(id) ?? []);
    const before = [...seen.map(({ value }) => value), ...[tab.own.get(id)].flat()];
    const kept = tab.keeper.set(id, text, seen);
    const saved = kept && tab.breath > 0;
    if (saved) this.saved += 1;
    this.pend(tab, id, kept);
    tab.own.set(id, [this.ledger.wrote(id, text, before.filter(Boolean), saved)]);
    this.touch(id);
    if (kept === Boolean(tab.keeper.trouble) && tab.keeper.unsaved === 0) this.log.push("trouble?");
    return `${id} ${text.trim()} over ${before} ${saved}`;
  }

  tick(tab) {
    const id = this.pick(TICKS);
    const value = !tab.keeper.flag(id);
    const kept = tab.keeper.set(id, value);
    const saved = kept && tab.breath > 0;
    this.pend(tab, id, kept);
    this.ledger.ticked(id, value, saved);
    this.touch(id);
    return `${id} ${value} ${saved}`;
  }

  /** What a tab could not keep yet is kept some time later, whatever another did meanwhile. */
  pend(tab, id, kept) {
    if (tab.keeper.unsaved === 0) tab.pending.clear();
    else if (!kept) tab.pending.add(id);
  }

  /** When all is dropped or a file comes: what is pending may land at any time from now on. */
  foresee() {
    for (const { keeper, pending } of this.tabs) {
      for (const id of keeper.unsaved > 0 ? pending : []) this.awaited.add(id);
    }
  }

  touch(id) {
    for (const undo of this.undos) undo.touched.add(id);
  }

  look(tab) {
    for (const id of NOTES) tab.view.set(id, tab.keeper.versions(id));
  }

  hear(tab) {
    tab.hear();
  }

  hearOne(tab) {
    if (this.chance() < 0.3) tab.queue.reverse();
    tab.hear(1);
  }

  miss(tab) {
    tab.miss();
  }

  reload(tab, place) {
    tab.tell("pagehide");
    this.close(tab, place);
  }

  close(tab, place) {
    tab.close();
    this.undos = this.undos.filter((undo) => undo.tab !== tab);
    this.tabs[place] = this.open();
  }

  comeBack(tab) {
    if (this.chance() < 0.5) tab.miss();
    tab.tell(this.pick(["pageshow", "focus", "visibilitychange"]));
  }

  wait(tab) {
    tab.wait();
  }

  save(tab) {
    this.files.push(pack(tab.keeper, this.later ? pretend(1) : undefined));
  }

  merge(tab) {
    return this.bring(tab, "merge");
  }

  replace(tab) {
    return this.bring(tab, "replace");
  }

  bring(tab, how) {
    const file = this.pick(this.files);
    if (!file) return "no file";
    const { records, edited, refusal } = unpack(file, this.later ? pretend(1) : undefined);
    if (edited || refusal) throw new Error(`a good file was refused: ${refusal}`);
    const mark = this.ledger.mark();
    const others = this.tabs.filter((other) => other !== tab && other.keeper.unsaved > 0);
    const touched = new Set(others.length > 0 ? [...NOTES, ...TICKS] : []);
    const result = bring(tab.keeper, records, how);
    if (tab.breath <= 0) {
      if (how === "replace") this.ledger.letGo();
      for (const id of [...NOTES, ...TICKS]) this.touch(id);
      return "died";
    }
    if (result.trouble === "refused" && how === "replace") this.ledger.letGo();
    if (result.trouble) return result.trouble;
    if (how === "replace") this.ledger.dropAll();
    this.foresee();
    this.ledger.brought(records, how, this.awaited);
    for (const id of [...NOTES, ...TICKS]) this.touch(id);
    this.undos.push({ tab, undo: result.undo, mark, touched });
    return "done";
  }

  undo() {
    const last = this.undos.pop();
    if (!last) return "nothing";
    const trouble = last.undo();
    if (trouble === "refused") this.ledger.letGo();
    if (trouble) return trouble;
    this.ledger.undone(last.mark, last.touched);
    for (const id of [...NOTES, ...TICKS]) this.touch(id);
    return "done";
  }

  clock() {
    this.world.now += (this.chance() - 0.5) * 4 * 86_400_000;
  }

  storm() {
    const failure = this.pick(FAILURES);
    const often = this.chance();
    this.world.fails = () => (this.chance() < often ? failure : null);
    this.world.failsToRemove = () => failure === "refused" && this.chance() < often;
    return failure;
  }

  calm() {
    this.world.fails = () => null;
    this.world.failsToRemove = () => false;
  }

  die(tab, place) {
    tab.breath = Math.floor(this.chance() * 4);
    const name = this.pick(["edit", "edit", "tick", "merge", "replace"]);
    const said = this[name](tab, place);
    // Whatever it did or did not do in the end, it says nothing any more.
    tab.breath = 0;
    this.close(tab, place);
    return `${name} ${said}`;
  }

  clear(tab) {
    this.foresee();
    if (tab.keeper.clear()) this.ledger.dropAll();
    else this.ledger.letGo();
    for (const id of [...NOTES, ...TICKS]) this.touch(id);
  }

  faults() {
    const formats = this.later ? pretend(1) : undefined;
    const faults = this.ledger.lost(this.world.look(formats));
    for (const [key, text] of Object.entries(THEIRS)) {
      if (this.world.entries.get(key) !== text) faults.push(`touched ${key}`);
    }
    return faults;
  }

  /** When the storm is over and all have heard of everything, all tabs show the same, and it stands. */
  settle() {
    this.calm();
    if (this.later) this.tabs = [this.open(pretend(1))];
    for (const tab of this.tabs) {
      tab.hear();
      tab.keeper.retry();
    }
    for (const tab of this.tabs) tab.hear();
    const faults = this.faults();
    const shown = (keeper) => pack(keeper, this.later ? pretend(1) : undefined);
    const whole = shown(this.world.look(this.later ? pretend(1) : undefined));
    for (const { keeper } of this.tabs) {
      if (keeper.trouble) faults.push(`trouble at the end: ${keeper.trouble}`);
      else if (shown(keeper) !== whole) faults.push("tabs show different things");
    }
    return faults;
  }
}

/** Runs sequences of seeds; the faults of the first that has any, with what happened before. */
export function simulate(first, count, steps) {
  // The names of pages come from the seeds too.
  const chance = random(first);
  Object.defineProperty(crypto, "getRandomValues", {
    configurable: true,
    value: (numbers) => numbers.map(() => chance() * 2 ** 32),
  });
  let saved = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const simulation = new Simulation(seed);
    const faults = simulation.run(steps);
    saved += simulation.saved;
    if (faults.length > 0) return { seed, faults, log: simulation.log.slice(-40), saved };
  }
  return { faults: [], saved };
}
