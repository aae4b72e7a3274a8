// Remembers what the page called saved, and who has replaced it knowingly, apart from the store's own
// idea of both. Each text is written once only, so that a text names a write; a deletion has a name too.

/**
 * @typedef {object} Note
 * @property {string} id
 * @property {boolean} gone whether it is a deletion
 * @property {number} at when it was written
 * @property {number} need when it was last called saved
 * @property {number} since from when on it may have been replaced
 * @property {number} dropped when the reader last dropped everything
 * @property {Set<string>} by the names of the writes over it
 */

export class Ledger {
  /** @type {Map<string, Note>} */
  #notes = new Map();
  /** @type {Set<string>} the ids of what must be ticked */
  #ticks = new Set();
  /** @type {Set<string>} the ids of what was ever unticked */
  #unticked = new Set();
  #time = 0;

  /**
   * A tab wrote a text, or deleted one; the writes that the reader had before them. Its name.
   * @param {string} id
   * @param {string} text
   * @param {string[]} over
   * @param {boolean} saved
   */
  wrote(id, text, over, saved) {
    this.#time += 1;
    const name = text || `gone ${this.#time}`;
    for (const old of over) this.#notes.get(old)?.by.add(name);
    // Nobody has to have seen a deletion to write over it.
    for (const note of this.#notes.values()) if (note.id === id && note.gone) note.by.add(name);
    const need = saved ? this.#time : 0;
    this.#notes.set(name, { id, gone: !text, at: this.#time, need, since: 0, dropped: 0, by: new Set() });
    return name;
  }

  ticked(id, value, saved) {
    if (value && saved) this.#ticks.add(id);
    if (value) return;
    this.#ticks.delete(id);
    this.#unticked.add(id);
  }

  /** All that is here was deleted, or replaced by a file, because the reader said so. */
  dropAll() {
    this.#time += 1;
    for (const note of this.#notes.values()) note.dropped = this.#time;
    this.#ticks.clear();
  }

  /** Nobody knows how far it went: a page died, or was refused, in the middle of dropping everything. */
  letGo() {
    this.#time += 1;
    for (const note of this.#notes.values()) Object.assign(note, { at: this.#time, need: 0 });
    this.#ticks.clear();
  }

  /**
   * A file was brought. Merged, its older texts and ticks stay replaced; so they do if they are awaited:
   * another tab has written over them and could not keep it yet.
   */
  brought(records, how, awaited) {
    this.#time += 1;
    for (const [id, versions] of records) {
      for (const { value } of versions) {
        // The deletions and the unticked boxes of a file have no names: each may be what the file brings.
        if (value === false) this.#ticks.delete(id);
        for (const each of value === "" ? this.#notes.values() : []) {
          if (each.id === id && each.gone) each.at = this.#time;
        }
        const older = how === "merge" || awaited.has(id);
        if (value === true && !(older && this.#unticked.has(id))) this.#ticks.add(id);
        const note = this.#notes.get(value);
        if (note?.id !== id) continue;
        if (how === "replace" && !awaited.has(id)) note.since = this.#time;
        else if (note.need <= note.dropped && !awaited.has(id)) note.since = note.dropped;
        note.need = this.#time;
      }
    }
  }

  /** What holds at a moment, so that an undoing can be held to it. */
  mark() {
    const notes = [...this.#notes].map(([name, note]) => /** @type {const} */ ([name, { ...note }]));
    return { notes: new Map(notes), ticks: new Set(this.#ticks) };
  }

  /** A file was taken back, but for the records that were touched since: there, either is right. */
  undone(mark, touched) {
    this.#time += 1;
    for (const [name, was] of mark.notes) {
      const note = this.#notes.get(name);
      const { need, since, dropped } = was;
      if (!touched.has(note.id)) Object.assign(note, { need, since, dropped });
      else if (need <= dropped || note.dropped > dropped) note.need = 0;
    }
    for (const id of [...this.#ticks]) if (touched.has(id) || !mark.ticks.has(id)) this.#ticks.delete(id);
    for (const id of mark.ticks) if (!touched.has(id)) this.#ticks.add(id);
  }

  /** What was called saved, and neither lives in the storage nor was replaced knowingly. */
  lost(keeper) {
    const records = keeper.records();
    const alive = new Set([...records.values()].flat().map(({ value }) => value));
    const isReached = (name, since, met) => {
      if (alive.has(name)) return true;
      if (met.has(name)) return false;
      met.add(name);
      const note = this.#notes.get(name);
      if (note.dropped > since) return true;
      if (note.gone && note.at > note.dropped) return true;
      return [...note.by].some((later) => isReached(later, since, met));
    };
    const texts = [...this.#notes].filter(
      ([name, { gone, need, since, dropped }]) =>
        !gone && need > dropped && !isReached(name, since, new Set()),
    );
    const ticks = [...this.#ticks].filter((id) => !keeper.flag(id));
    return [...texts.map(([name]) => name), ...ticks];
  }
}
