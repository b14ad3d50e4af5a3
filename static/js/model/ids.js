/** New entity ids: the collection's letter and ten random Crockford base-32 letters (50 bits), never used again. */

import { COLLECTIONS } from "#model/plan.js";

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** @param {string} collection @param {(bytes: Uint8Array<ArrayBuffer>) => Uint8Array} fill Random bytes; a test brings its own. */
export const newId = (collection, fill = (bytes) => crypto.getRandomValues(bytes)) =>
  COLLECTIONS[collection].letter + Array.from(fill(new Uint8Array(10)), (byte) => LETTERS[byte % 32]).join("");
