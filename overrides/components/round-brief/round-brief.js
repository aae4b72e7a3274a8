// <loop-round-brief>: the tasks of a round stay ticked.

import { KeptBoxes } from "../../assets/plan/kept-boxes.js";

customElements.define("loop-round-brief", class extends KeptBoxes {});
