/** The cases that both languages answer, and what counts as the same answer. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";

/** @param {string} area @returns {[string, any][]} */
export function casesOf(area) {
  const folder = new URL(`../../cases/${area}/`, import.meta.url);
  return readdirSync(folder).map((file) => [file.replace(".json", ""), JSON.parse(readFileSync(new URL(file, folder), "utf8"))]);
}

/** Equal, numbers that are not whole within a hundredth of a millimetre. */
export function assertClose(value, wanted, place = "") {
  if (typeof wanted === "number" && !(Number.isInteger(wanted) && Number.isInteger(value))) {
    assert.ok(Math.abs(value - wanted) <= 0.01, `${place}: ${value} is not ${wanted}`);
  } else if (wanted !== null && typeof wanted === "object") {
    assert.deepEqual(Object.keys(value), Object.keys(wanted), place);
    for (const key of Object.keys(wanted)) assertClose(value[key], wanted[key], `${place}/${key}`);
  } else {
    assert.equal(value, wanted, place);
  }
}
