/** Cases that Python answers too. */

import { readFileSync } from "node:fs";

/** @param {string} name */
export const cases = (name) => JSON.parse(readFileSync(new URL(`../../cases/colour/${name}.json`, import.meta.url), "utf8"));

/** @param {readonly number[]} seen @param {readonly number[]} wanted */
export const farthest = (seen, wanted) => Math.max(...seen.map((value, place) => Math.abs(value - wanted[place])));
