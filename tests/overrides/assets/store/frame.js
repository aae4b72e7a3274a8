// A page with a store of its own, for frames.js.

import { store } from "/under-test/store.js";

self.store = store;
