// Functions that the tests run in a page. Each gives a list of faults, a line for each.

const article = document.querySelector("article");

/** @param {Element} element */
function named(element) {
  const classes = [...element.classList].map((name) => `.${name}`).join("");
  return `<${element.localName}${classes}> “${element.textContent.trim().slice(0, 40)}”`;
}

/** Every text of the page that a reader should see, with its element. */
function texts() {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    // Pictures have their twins in text; a stacked table says its head at each cell.
    if (walker.currentNode.data.trim() && !parent.closest("[hidden], [aria-hidden], thead")) {
      found.push([walker.currentNode, parent]);
    }
  }
  return found;
}

/** @param {Text} node @param {Element} parent */
function isSeen(node, parent) {
  const range = document.createRange();
  range.selectNodeContents(node);
  const drawn = [...range.getClientRects()].some((box) => box.width > 1 && box.height > 1);
  return drawn && parent.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** Texts that are there and not seen, but for signs that only show under a pointer or on a screen. */
function unseen() {
  const paper = matchMedia("print").matches;
  const onScreen = paper ? ".headerlink, summary, button, .loop-out-of-sight" : ".headerlink";
  return texts()
    .filter(([node, parent]) => !parent.closest(onScreen) && !isSeen(node, parent))
    .map(([, parent]) => `not seen: ${named(parent)}`);
}

/** What makes a reader scroll sideways or covers its neighbour. */
function tooWide() {
  const { clientWidth, scrollWidth } = document.documentElement;
  const faults = scrollWidth > clientWidth ? [`the page: ${scrollWidth} in ${clientWidth}`] : [];
  for (const element of article.querySelectorAll("*")) {
    if (element.closest("thead") && getComputedStyle(element.closest("thead")).clipPath !== "none") {
      continue;
    }
    const { left, right } = element.getBoundingClientRect();
    if (!scrolls(element) && (left < -1 || right > clientWidth + padding)) {
      faults.push(`outside the page: ${named(element)}`);
    } else if (sticksOut(element) && ![...element.children].some(sticksOut)) {
      const { clientWidth: box, scrollWidth: inside } = element;
      faults.push(`wider than its box, ${inside} in ${box}: ${named(element)}`);
    }
  }
  return faults;
}

/** @param {Element | null} element */
function scrolls(element) {
  for (let each = element; each && each !== article; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflowX)) return true;
  }
  return false;
}

/** The padding of a piece of code may stand over the end of its line. */
const padding = 4;

/** @param {Element} element */
function sticksOut(element) {
  const { display, overflowX } = getComputedStyle(element);
  if (display === "inline" || overflowX !== "visible" || element.closest("svg")) return false;
  return element.scrollWidth > element.clientWidth + padding;
}

/** Words of a picture that its frame cuts off. */
function cutOff() {
  return [...article.querySelectorAll("svg text")]
    .filter((text) => {
      const { left, right } = text.getBoundingClientRect();
      const frame = text.closest("svg").getBoundingClientRect();
      return left < frame.left - 1 || right > frame.right + 1;
    })
    .map((text) => `cut off: ${named(text)}`);
}

/** Boxes to tick that would print as nothing. */
function boxesWithoutBorder() {
  return [...article.querySelectorAll("input[type=checkbox]")]
    .filter((box) => {
      // What steers a form is not for paper.
      if (box.form) return false;
      const style = getComputedStyle(box);
      const { width, height } = box.getBoundingClientRect();
      return (
        style.borderTopStyle !== "solid" ||
        Number.parseFloat(style.borderTopWidth) < 1 ||
        style.printColorAdjust !== "exact" ||
        Math.min(width, height) < 10
      );
    })
    .map((box) => `no border: ${named(box.closest("label") ?? box)}`);
}

/** Texts too light for white paper, and grounds too dark for black text. */
function illPrinted() {
  const faults = [];
  for (const [, parent] of texts()) {
    if (!parent.checkVisibility()) continue;
    const { color } = getComputedStyle(parent);
    if (luminance(color) > 0.183) faults.push(`too light, ${color}: ${named(parent)}`);
    for (let each = parent; each && each !== article; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if (luminance(backgroundColor) < 0.8) {
        faults.push(`on a dark ground, ${backgroundColor}: ${named(each)}`);
      }
    }
  }
  return faults;
}

/** @param {string} color as computed: rgb(…) or rgba(…); no colour counts as paper */
function luminance(color) {
  const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
  if (alpha === 0) return 1;
  const linear = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

/** A field for a date is left after month, day, year and the calendar. */
const dateStops = 4;

/** What a keyboard must reach, in the order in which it should. */
function stops() {
  // Of a group of radios the chosen one takes the focus.
  const reached =
    "a[href], button, input:not([type=radio]), input:checked, select, summary, [tabindex='0']";
  return [...article.querySelectorAll(reached)]
    .filter((element) => element.checkVisibility() && !element.matches(":disabled"))
    .flatMap((element) => Array(element.type === "date" ? dateStops : 1).fill(named(element)));
}

/** Where the keyboard is, and whether that can be seen. */
function focused() {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const ring = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
  return [named(element), ring ? "seen" : "not seen"];
}
