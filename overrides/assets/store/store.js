// The one store of a page: what the reader ticks and writes here, in this browser's own storage.

// All named here, so that the browser fetches them at once and not one after the other.
import "./area.js";
import "./around.js";
import "./book.js";
import "./exchange.js";
import "./formats.js";
import "./reading.js";
import "./shelf.js";
import "./versions.js";
import { Keeper } from "./keeper.js";

export const store = new Keeper(() => localStorage);
