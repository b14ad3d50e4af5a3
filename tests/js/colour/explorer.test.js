import assert from "node:assert/strict";
import test from "node:test";

import { board, fan, inRows, inStrips, whereRoomsArePainted } from "#colour/arrange.js";
import { hexToLab } from "#colour/convert.js";
import { readDeck } from "#colour/deck.js";
import { deltaE } from "#colour/difference.js";
import { fitsOf } from "#colour/fits.js";
import { MOOD_KEYS, ofMood } from "#colour/moods.js";
import { neighbours } from "#colour/neighbours.js";
import { patchAt } from "#colour/patch.js";
import { cases } from "./cases.js";

const deck = readDeck(cases("deck"));

/** @param {import("#colour/arrange.js").Arrangement} of */
const every = (of) => Array.from({ length: of.columns * of.rows }, (_, place) => of.at(Math.floor(place / of.rows), place % of.rows)).filter(Boolean);

/** @param {string[]} hexes a picture of one row */
const picture = (hexes) => ({ width: hexes.length, height: 1, data: hexes.flatMap((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).concat(255)) });

test("each way to lay the paints out shows every paint once", () => {
  for (const laid of [board(deck.paints), fan(deck.paints), inRows(deck.paints, 7), inStrips(deck.paints)]) {
    assert.equal(new Set(every(laid)).size, deck.paints.length);
    assert.equal(every(laid).length, deck.paints.length);
  }
});

test("every mood has colours to choose from and none has all", () => {
  for (const mood of MOOD_KEYS) {
    const { length } = ofMood(deck.paints, mood);
    assert.ok(length >= 20 && length < deck.paints.length / 2, `${mood} ${length}`);
  }
});

test("every colour of the deck fits somewhere", () => {
  assert.deepEqual(deck.paints.filter((paint) => fitsOf(paint).length === 0), []);
});

test("a neighbour goes the way that it is called", () => {
  const paint = /** @type {import("#colour/paint.js").Paint} */ (deck.get("ZK-0982"));
  const found = new Map(neighbours(deck, paint));
  assert.deepEqual([...found.keys()], ["lighter", "darker", "greyer", "stronger"]);
  assert.ok(Number(found.get("lighter")?.oklch[0]) > paint.oklch[0] && Number(found.get("darker")?.oklch[0]) < paint.oklch[0]);
  assert.ok(Number(found.get("greyer")?.oklch[1]) < paint.oklch[1] && Number(found.get("stronger")?.oklch[1]) > paint.oklch[1]);
});

test("a patch is the mean of its light, and a white sheet takes the lamp's colour out", () => {
  const { lab, state } = patchAt(picture(["#a7b59e", "#a7b59e", "#a7b59e"]), 1, 0, 1);
  assert.ok(deltaE(lab, hexToLab("#a7b59e")) < 0.01 && state === "even");
  const lit = picture(["#f0c890", "#787048"]);
  const white = patchAt(lit, 0, 0, 0).linear;
  assert.ok(Math.abs(patchAt(lit, 0, 0, 0, white).lab[1]) < 0.5);
});

test("a patch that tells no colour says so", () => {
  assert.equal(patchAt(picture(["#ffffff"]), 0, 0, 0).state, "burnt");
  assert.equal(patchAt(picture(["#020202"]), 0, 0, 0).state, "dark");
  assert.equal(patchAt(picture(["#ff0000", "#00ff00", "#0000ff"]), 1, 0, 1).state, "uneven");
});

test("the wall opens between the whites and the strong colours", () => {
  const laid = board(deck.paints);
  const column = Math.round(whereRoomsArePainted(laid) * laid.columns);
  const families = Array.from({ length: laid.rows }, (_, row) => laid.at(column, row)?.family);
  assert.ok(families.filter((family) => family === "beige").length > laid.rows / 2, String(families));
});
