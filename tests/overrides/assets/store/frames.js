// The reader of simulation.js, with real pages in frames, the browser's own storage, and its own events.

import { Keeper } from "/under-test/keeper.js";
import { Ledger } from "./ledger.js";
import { random } from "./world.js";

const NOTES = ["note/a", "note/b", "own/list.1"];
const TICKS = ["tick/a", "tick/b"];

async function open(address) {
  const frame = document.body.appendChild(document.createElement("iframe"));
  frame.src = address;
  await new Promise((loaded) => frame.addEventListener("load", loaded, { once: true }));
  return { frame, store: frame.contentWindow.store, view: new Map(), own: new Map() };
}

/** A moment in which the browser may tell of changes. */
const moment = () => new Promise((go) => requestAnimationFrame(go));

export async function simulateFrames(address, seed, steps) {
  localStorage.clear();
  const chance = random(seed);
  const pick = (all) => all[Math.floor(chance() * all.length)];
  const ledger = new Ledger();
  const tabs = [await open(address), await open(address), await open(address)];
  let saved = 0;
  for (let step = 0; step < steps; step += 1) {
    const place = Math.floor(chance() * tabs.length);
    const tab = tabs[place];
    const act = chance();
    if (act < 0.55) {
      const id = pick(NOTES);
      const text = act < 0.08 ? "" : `Text ${step}.`;
      const seen = chance() < 0.5 ? tab.store.versions(id) : (tab.view.get(id) ?? []);
      const over = [...seen.map(({ value }) => value), tab.own.get(id)].filter(Boolean);
      const kept = tab.store.set(id, text, seen);
      saved += Number(kept);
      tab.own.set(id, ledger.wrote(id, text, over, kept));
    } else if (act < 0.75) {
      const id = pick(TICKS);
      const value = !tab.store.flag(id);
      ledger.ticked(id, value, tab.store.set(id, value));
    } else if (act < 0.85) {
      for (const id of NOTES) tab.view.set(id, tab.store.versions(id));
    } else if (act < 0.93) await moment();
    else {
      tab.frame.remove();
      tabs[place] = await open(address);
    }
  }
  const text = ({ store }) =>
    JSON.stringify([...store.records()].map(([id, all]) => [id, all.map((v) => [v.writer, v.rev, v.value])]));
  const alike = () => new Set(tabs.map(text)).size === 1;
  for (let wait = 0; wait < 600 && !alike(); wait += 1) await moment();
  const faults = ledger.lost(new Keeper(() => localStorage));
  if (!alike()) faults.push("frames show different things", ...tabs.map(text));
  if (tabs.some(({ store }) => store.trouble)) faults.push("trouble");
  for (const { frame } of tabs) frame.remove();
  localStorage.clear();
  return { faults, saved };
}
