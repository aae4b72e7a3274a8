// Calendar days as whole numbers, counted from 1 January 1970: no clock, no time zone and no daylight
// saving can move one.

const MILLISECONDS = 86_400_000;
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/**
 * The day by the reader's own clock.
 * @param {Date} [now]
 */
export function today(now = new Date()) {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MILLISECONDS;
}

/**
 * The day that a text names, as 2027-01-15, 15 January 2027 or January 15, 2027; else a word about it.
 * @param {string} text
 * @returns {number | string}
 */
export function dayOf(text) {
  const [, year, month, day] = parts(text.trim());
  if (!year || !month || !day) return "We cannot read that date. Write it as 15 January 2027.";
  if (month < 1 || month > 12)
    return "A year has twelve months: write the date as 15 January 2027.";
  if (year < 1900) return "Write the year with its four digits.";
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > length) return `${MONTHS[month - 1]} ${year} has ${length} days.`;
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

/** @param {string} text @returns {number[]} year, month and day in places 1 to 3 */
function parts(text) {
  const [, name, first, second, last] =
    /^(?:([a-z]{3,9})\.? +(\d\d?)|(\d\d?)(?=\D)),?(?: +(.*))?$/i.exec(text) ?? [];
  if (!last) return (/^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text) ?? []).map(Number);
  const [, word, year] = name ? [0, name, last] : (/^([a-z]{3,9})\.?,? +(.*)$/i.exec(last) ?? []);
  const at = MONTHS.findIndex((month) => month.toLowerCase().startsWith(`${word}`.toLowerCase()));
  return /^\d{4}$/.test(`${year}`) ? [0, Number(year), at + 1, Number(first ?? second)] : [];
}

/**
 * A day as 2027-01-15.
 * @param {number} day
 */
export function written(day) {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/**
 * A day in words: Friday 15 January 2027.
 * @param {number} day
 */
export function inWords(day) {
  return `${inShort(day)} ${new Date(day * MILLISECONDS).getUTCFullYear()}`;
}

/**
 * A day in words, without its year: Friday 15 January.
 * @param {number} day
 */
export function inShort(day) {
  const date = new Date(day * MILLISECONDS);
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

/**
 * The days from one to another in words, without their year.
 * @param {number} start
 * @param {number} end
 */
export function fromTo(start, end) {
  return start === end ? inShort(start) : `${inShort(start)} to ${inShort(end)}`;
}
