// What may wait until what the reader asked for has been painted.

/**
 * Do something when the browser has nothing else to do.
 * @param {() => void} what
 * @param {number} latest after so many milliseconds it is done all the same
 */
export function whenIdle(what, latest = 500) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(what, { timeout: latest });
  // Safari tells of no idle time.
  else requestAnimationFrame(() => setTimeout(what));
}
