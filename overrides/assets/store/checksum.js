// Tells what was damaged or edited from what is as it was written (CRC-32, in base 36). It is no seal.

const TABLE = Uint32Array.from({ length: 256 }, (_, place) => {
  let sum = place;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** @param {string} text */
export function checksum(text) {
  let sum = -1;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    sum = (sum >>> 8) ^ Number(TABLE[(sum ^ unit) & 255]);
    sum = (sum >>> 8) ^ Number(TABLE[(sum ^ (unit >>> 8)) & 255]);
  }
  return (~sum >>> 0).toString(36);
}
