/**
 * A closed grammar of sizes: whole-millimetre arithmetic over a thing's measures, without eval.
 * The grammar is written out in rooms/vocabulary/shape.py, its twin; both answer tests/cases/shape/.
 */

import { Fault } from "#model/fault.js";

/** @typedef {Readonly<Record<string, number>>} Scope */
/** @typedef {(scope: Scope) => number} Formula */

export const MOST_LETTERS = 200;
export const MOST_DEPTH = 16;
export const MOST_VALUE = 1_000_000_000;

/**
 * The value of a whole number or an expression; a Fault at `path` tells what is wrong, and at which letter.
 * @param {unknown} expression
 * @param {Scope} scope
 * @returns {number}
 */
export function evaluate(expression, scope, path = "") {
  try {
    return formula(expression)(scope);
  } catch (error) {
    throw error instanceof Fault ? error.under(path) : error;
  }
}

/** The radius times a cosine or sine in millionths, to the nearest mm, halves up. @param {number} radius @param {number} millionths */
export const turned = (radius, millionths) => Math.floor((radius * millionths + 500_000) / 1_000_000);

/** The cosine of whole degrees in millionths, so that both languages reckon in whole numbers. @param {number} degrees */
export function cosine(degrees) {
  const turn = ((degrees % 360) + 360) % 360;
  const half = Math.min(turn, 360 - turn);
  return half <= 90 ? COSINES[half] : -COSINES[180 - half];
}

const COSINES = Array.from({ length: 91 }, (_, degrees) => Math.floor(Math.cos((degrees * Math.PI) / 180) * 1_000_000 + 0.5));
const TOKEN = /[0-9]+|[a-z][a-z0-9_]*(?:\.[a-z])?|<=|>=|==|!=|[-+*/(),<>]/y;

/** @type {Record<string, (left: number, right: number) => number>} */
const SUMS = { "+": (left, right) => left + right, "-": (left, right) => left - right };
/** @type {Record<string, (left: number, right: number) => number>} */
const PRODUCTS = { "*": (left, right) => left * right, "/": quotient };
/** @type {Record<string, (left: number, right: number) => boolean>} */
const ORDERS = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
};
/** @type {Record<string, (...values: number[]) => number>} */
const CHOICES = { min: Math.min, max: Math.max };
/** @type {Record<string, (degrees: number) => number>} */
const TURNS = { cos: cosine, sin: (degrees) => cosine(degrees - 90) };

/** @type {Map<string, Formula>} */
const PARSED = new Map();

/** @param {unknown} expression @returns {Formula} */
function formula(expression) {
  if (typeof expression === "string") return parsed(expression);
  if (!Number.isInteger(expression)) throw new Fault("", "not_an_expression");
  const value = bounded(/** @type {number} */ (expression));
  return () => value;
}

/** @param {string} text */
function parsed(text) {
  const known = PARSED.get(text);
  if (known) return known;
  if ([...text].length > MOST_LETTERS) throw new Fault("", "too_long", { most: MOST_LETTERS });
  const found = new Parser(text).whole();
  PARSED.set(text, found);
  return found;
}

/** Adding zero turns -0 into 0, which whole numbers do not have. @param {number} value */
function bounded(value) {
  if (Math.abs(value) > MOST_VALUE) throw new Fault("", "out_of_range", { least: -MOST_VALUE, most: MOST_VALUE });
  return value + 0;
}

/** @param {number} left @param {number} right */
function quotient(left, right) {
  if (right === 0) throw new Fault("", "division_by_zero");
  return Math.floor(left / right);
}

/** Reads one expression by recursive descent; `#places` are the letters at which the tokens stand. */
class Parser {
  /** @type {string[]} */
  #tokens = [];
  /** @type {number[]} */
  #places = [];
  #next = 0;
  #depth = 0;

  /** @param {string} text */
  constructor(text) {
    this.#split(text);
  }

  whole() {
    const found = this.#sum();
    if (this.#next < this.#tokens.length) this.#unexpected();
    return found;
  }

  /** @param {string} text */
  #split(text) {
    let at = 0;
    while (at < text.length) {
      if (text[at] === " ") {
        at += 1;
        continue;
      }
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(text);
      if (!token) throw new Fault("", "unknown_letter", { at, found: String.fromCodePoint(text.codePointAt(at) ?? 0) });
      this.#tokens.push(token[0]);
      this.#places.push(at);
      at = TOKEN.lastIndex;
    }
    this.#places.push(text.length);
  }

  /** @returns {Formula} */
  #sum() {
    return this.#chain(SUMS, () => this.#product());
  }

  /** @returns {Formula} */
  #product() {
    return this.#chain(PRODUCTS, () => this.#factor());
  }

  /** @param {Record<string, (left: number, right: number) => number>} operations @param {() => Formula} part */
  #chain(operations, part) {
    let left = part();
    while (Object.hasOwn(operations, this.#peek())) left = joined(operations[this.#take()], left, part());
    return left;
  }

  /** @returns {Formula} */
  #factor() {
    this.#depth += 1;
    if (this.#depth > MOST_DEPTH) throw new Fault("", "too_deep", { most: MOST_DEPTH, at: this.#places[this.#next] });
    const found = this.#atom();
    this.#depth -= 1;
    return found;
  }

  /** @returns {Formula} */
  #atom() {
    const token = this.#peek();
    if (token === "-") return this.#negative();
    if (token === "(") return this.#parenthesis();
    if (/^[0-9]/.test(token)) {
      const value = bounded(Number(this.#take()));
      return () => value;
    }
    if (/^[a-z]/.test(token)) return this.#name();
    return this.#unexpected();
  }

  /** @returns {Formula} */
  #negative() {
    this.#take();
    const inner = this.#factor();
    return (scope) => 0 - inner(scope);
  }

  /** @returns {Formula} */
  #parenthesis() {
    this.#take();
    const inner = this.#sum();
    this.#expect(")");
    return inner;
  }

  /** @returns {Formula} */
  #name() {
    const at = this.#places[this.#next];
    const name = this.#take();
    if (this.#peek() !== "(") return lookedUp(name, at);
    if (name !== "if" && !Object.hasOwn(CHOICES, name) && !Object.hasOwn(TURNS, name)) throw new Fault("", "unknown_function", { at, found: name });
    this.#take();
    const found = name === "if" ? this.#if() : this.#call(name, at);
    this.#expect(")");
    return found;
  }

  /** @returns {Formula} */
  #if() {
    const left = this.#sum();
    if (!Object.hasOwn(ORDERS, this.#peek())) this.#unexpected();
    const order = ORDERS[this.#take()];
    const right = this.#sum();
    this.#expect(",");
    const then = this.#sum();
    this.#expect(",");
    const otherwise = this.#sum();
    return (scope) => (order(left(scope), right(scope)) ? then(scope) : otherwise(scope));
  }

  /** @param {string} name @param {number} at @returns {Formula} */
  #call(name, at) {
    const given = [this.#sum()];
    while (this.#peek() === ",") {
      this.#take();
      given.push(this.#sum());
    }
    const isTurn = Object.hasOwn(TURNS, name);
    if (given.length < 2 || (isTurn && given.length > 2)) throw new Fault("", "wrong_count", { at, wanted: 2, found: given.length });
    if (isTurn) return (scope) => bounded(turned(given[0](scope), TURNS[name](given[1](scope))));
    return (scope) => CHOICES[name](...given.map((one) => one(scope)));
  }

  #peek() {
    return this.#tokens[this.#next] ?? "";
  }

  #take() {
    this.#next += 1;
    return this.#tokens[this.#next - 1];
  }

  /** @param {string} token */
  #expect(token) {
    if (this.#peek() !== token) this.#unexpected();
    this.#next += 1;
  }

  /** @returns {never} */
  #unexpected() {
    throw new Fault("", "unexpected", { at: this.#places[this.#next], found: this.#peek() });
  }
}

/** @param {(left: number, right: number) => number} operation @param {Formula} left @param {Formula} right @returns {Formula} */
const joined = (operation, left, right) => (scope) => bounded(operation(left(scope), right(scope)));

/** @param {string} name @param {number} at @returns {Formula} */
const lookedUp = (name, at) => (scope) => {
  if (!Object.hasOwn(scope, name)) throw new Fault("", "unknown_name", { at, found: name });
  return scope[name];
};
