// Days as the reader's own calendar has them: written 2026-11-22, with no hour and no time zone.

/** Today, by the reader's clock; or the day of another moment. */
export function today(now = new Date()) {
  const [month, day] = [now.getMonth() + 1, now.getDate()];
  return [now.getFullYear(), month, day].map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * A day in words, with its year if that is another: "22 November". What is no day stays as written.
 * @param {string} written
 */
export function dayInWords(written) {
  const [year, month, day] = written.split("-").map(Number);
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  if (!/^\d{4}-\d\d-\d\d$/.test(written) || date.getDate() !== day) return written;
  const years = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: years });
}
