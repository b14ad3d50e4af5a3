import assert from "node:assert/strict";
import { test } from "node:test";
import { labToHex } from "#colour/convert.js";
import { readDeck } from "#colour/deck.js";
import { nearest } from "#colour/nearest.js";
import { parseColour } from "#colour/notation.js";
import { search } from "#colour/search.js";
import { FAMILIES } from "#colour/words.js";
import { wall } from "#colour/wall.js";
import { cases } from "./cases.js";

const deck = readDeck(cases("deck"));

test("a paint is found by its code", () => {
  assert.equal(deck.get("ZK-0423")?.code, "ZK-0423");
  assert.equal(deck.get("ZK-9999"), undefined);
});

test("the screen's colour follows from every paint's true colour", () => {
  for (const paint of deck.paints) assert.equal(labToHex(paint.lab), paint.hex, paint.code);
});

test("every paint stands in one family", () => {
  const together = [...deck.families.values()].flat();
  assert.equal(new Set(together).size, deck.paints.length);
  assert.deepEqual([...deck.families.keys()], Object.keys(FAMILIES));
  const counts = Object.fromEntries([...deck.families].map(([family, paints]) => [family, paints.length]));
  assert.deepEqual(counts, cases("families").cases);
});

test("searching finds what Python finds, in its order", () => {
  const { most, cases: queries } = cases("search");
  for (const [query, codes] of queries) {
    assert.deepEqual(search(deck, query, most).map((paint) => paint.code), codes, query);
  }
});

test("the nearest paints are those of Python", () => {
  for (const [lab, wanted] of cases("nearest").cases) {
    const near = nearest(deck, lab, wanted.length);
    assert.deepEqual(near.map(({ paint }) => paint.code), wanted.map((/** @type {[string, number]} */ [code]) => code));
    for (const [place, { deltaE }] of near.entries()) assert.ok(Math.abs(deltaE - wanted[place][1]) < 2e-6);
  }
});

test("the wall shows every paint once, whites and greys first, each column from light to dark", () => {
  const { rows, columns, heads } = wall(deck);
  const shown = columns.flat().filter((paint) => paint !== null);
  assert.equal(new Set(shown).size, deck.paints.length);
  assert.equal(shown.length, deck.paints.length);
  assert.deepEqual(heads.slice(0, 2).map(({ family }) => family), ["white", "grey"]);
  for (const column of columns) {
    const lightnesses = column.flatMap((paint) => (paint ? [paint.lab[0]] : []));
    assert.equal(column.length, rows);
    assert.deepEqual(lightnesses, [...lightnesses].sort((one, other) => other - one));
  }
});

for (const text of ["", "#12", "lab 200 0 0", "lab 50 10", "zielony", "12345g"]) {
  test(`"${text}" is no colour`, () => assert.equal(parseColour(text), null));
}

test("a paint that left the deck is known and not offered", () => {
  const [first, second, ...paints] = cases("deck").paints;
  const later = readDeck({ ...cases("deck"), paints: [second, ...paints], gone: [first] });
  assert.equal(later.get(first[0])?.hex, first[3]);
  assert.deepEqual([later.has(first[0]), later.has(second[0]), later.paints.length], [false, true, paints.length + 1]);
});
