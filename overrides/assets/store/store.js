// The one keeper of a page: what the reader ticks and writes here, in this browser's own storage.

import { Keeper } from "./keeper.js";

export const store = new Keeper(() => localStorage);
