// <loop-story-areas>: the topics that the reader has a story for stay ticked.

import { KeptBoxes } from "../../assets/plan/kept-boxes.js";

customElements.define("loop-story-areas", class extends KeptBoxes {});
