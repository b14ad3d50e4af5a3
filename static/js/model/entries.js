/**
 * The lists that kinds are written in: words with fields of expressions, groups that repeat or fall away.
 * What they may hold is told in rooms/vocabulary/entries.py, the twin, and in rooms/vocabulary/words.json, which both read.
 */

import { Fault } from "#model/fault.js";
import { evaluate } from "#model/shape.js";
import words from "#rooms/vocabulary/words.json" with { type: "json" };

/**
 * @typedef {import("#model/shape.js").Scope} Scope
 * @typedef {{needs: string[], may?: Record<string, any>, parts?: any[], let?: Record<string, any>, of?: string}} Word
 * @typedef {Record<string, Word>} Vocabulary
 * @typedef {{word: string, fields: Record<string, any>, path: string}} Entry a word with its fields as numbers and texts
 */

/** @type {Vocabulary} */
export const PARTS = /** @type {any} */ (words.parts);
/** @type {Vocabulary} */
export const STROKES = /** @type {any} */ (words.strokes);

const MOST_ENTRIES = 1500;
const MOST_REPEATS = 200;
const MOST_NESTED = 8;
const TEXTS = new Set(["is", "of", "axis", "weight", "fill"]);

/**
 * The entries with repeats, conditions and written words resolved, in order; a Fault names a place that fails.
 * @param {readonly any[]} entries
 * @param {Vocabulary} vocabulary
 * @param {Scope} scope
 * @param {string} path
 * @returns {Entry[]}
 */
export function drawn(entries, vocabulary, scope, path) {
  /** @type {Entry[]} */
  const found = [];
  new Drawing(vocabulary, found, path).entries(entries, scope, path, null, 0);
  return found;
}

/** The scope with the named sums, each of which may use those before it. @param {Scope} scope @param {Record<string, any>} names @param {string} path @returns {Scope} */
export function bound(scope, names, path) {
  const wider = { ...scope };
  for (const [name, expression] of Object.entries(names)) wider[name] = evaluate(expression, wider, `${path}/${name}`);
  return wider;
}

class Drawing {
  /** @param {Vocabulary} vocabulary @param {Entry[]} found @param {string} root */
  constructor(vocabulary, found, root) {
    this.vocabulary = vocabulary;
    this.found = found;
    this.root = root;
  }

  /** @param {readonly any[]} entries @param {Scope} scope @param {string} path @param {string | null} of @param {number} nested */
  entries(entries, scope, path, of, nested) {
    if (nested > MOST_NESTED) throw new Fault(path, "too_deep", { most: MOST_NESTED });
    entries.forEach((entry, place) => {
      if ("parts" in entry) this.#group(entry, scope, `${path}/${place}`, of, nested);
      else this.#word(entry, scope, `${path}/${place}`, of, nested);
    });
  }

  /** @param {any} group @param {Scope} scope @param {string} path @param {string | null} of @param {number} nested */
  #group(group, scope, path, of, nested) {
    const times = evaluate(group.repeat ?? 1, scope, `${path}/repeat`);
    if (times > MOST_REPEATS) throw new Fault(`${path}/repeat`, "out_of_range", { least: 0, most: MOST_REPEATS });
    for (let turn = 0; turn < times; turn += 1) {
      const counted = "repeat" in group ? { ...scope, [group.as ?? "i"]: turn } : scope;
      const inner = bound(counted, group.let ?? {}, `${path}/let`);
      if (evaluate(group.when ?? 1, inner, `${path}/when`) > 0) this.entries(group.parts, inner, `${path}/parts`, of, nested + 1);
    }
  }

  /** @param {any} entry @param {Scope} scope @param {string} path @param {string | null} of @param {number} nested */
  #word(entry, scope, path, of, nested) {
    const word = this.vocabulary[entry.is];
    /** @type {Record<string, any>} */
    const fields = {};
    for (const [name, written] of Object.entries({ ...word.may, ...entry })) {
      if (name !== "is") fields[name] = TEXTS.has(name) ? written : value(written, scope, `${path}/${name}`);
    }
    fields.of ??= word.of ?? of;
    if (word.parts) {
      const inner = bound(spread(fields), word.let ?? {}, `${path}/${entry.is}/let`);
      this.entries(word.parts, inner, `${path}/${entry.is}`, fields.of, nested + 1);
    } else if (this.found.push({ word: entry.is, fields, path }) > MOST_ENTRIES) {
      throw new Fault(this.root, "too_many", { most: MOST_ENTRIES });
    }
  }
}

/** @param {any} written @param {Scope} scope @param {string} path @returns {any} */
function value(written, scope, path) {
  if (written === null || typeof written === "boolean") return written;
  if (!Array.isArray(written)) return evaluate(written, scope, path);
  return written.map((one, place) => (place === 0 && isCommand(one) ? one : value(one, scope, `${path}/${place}`)));
}

/** A capital opens an arc or a piece of a path, as in ["A", …]. @param {unknown} one */
const isCommand = (one) => typeof one === "string" && /^[A-Z]$/.test(one);

/** The scope of a written word: its numbers, and its points as at.x, at.y, at.z, size.w, size.d, size.h. @param {Record<string, any>} fields @returns {Scope} */
function spread(fields) {
  /** @type {Record<string, number>} */
  const scope = {};
  for (const [name, held] of Object.entries(fields)) {
    if (typeof held === "number") scope[name] = held;
    if (!Array.isArray(held)) continue;
    const letters = name === "size" ? "wdh" : "xyz";
    held.slice(0, letters.length).forEach((one, place) => (scope[`${name}.${letters[place]}`] = one));
  }
  return scope;
}
