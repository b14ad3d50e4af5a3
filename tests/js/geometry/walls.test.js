/** Walls as solids: how ends meet, what one sees of a side, and where openings are. */

import assert from "node:assert/strict";
import test from "node:test";

import { centreLine } from "#geometry/centreline.js";
import { openingFits, openingSpan, seenLength, sideLine, solids, wallSolids } from "#geometry/walls.js";

import { assertClose } from "./cases.js";

const wall = (a, b, more = {}) => ({ level: "l1", a, b, thickness: 100, bulge: 0, ...more });
const plan = (...walls) => ({ levels: { l1: {} }, walls: Object.fromEntries(walls.map((held, n) => [`w${n + 1}`, held])) });
const polygon = (walls, id) => wallSolids(plan(...walls), "l1").get(id);

test("a free wall is capped by half its thickness", () => {
  assertClose(polygon([wall([0, 0], [4000, 0])], "w1"), [[-50, -50], [4050, -50], [4050, 50], [-50, 50]]);
});

test("a right corner is mitred", () => {
  assertClose(polygon([wall([0, 0], [4000, 0]), wall([4000, 0], [4000, 3000])], "w1").slice(1, 3), [[4050, -50], [3950, 50]]);
});

test("a wall that ends on another runs to its centre line", () => {
  assertClose(polygon([wall([0, 0], [4000, 0]), wall([2000, 3000], [2000, 30])], "w2").slice(1, 3), [[1950, 0], [2050, 0]]);
});

test("one sees a partition from face to face", () => {
  const held = plan(wall([0, 0], [4000, 0]), wall([0, 3000], [4000, 3000]), wall([1000, 0], [1000, 3000]));
  assert.equal(seenLength(solids(held, "l1").get("w3"), "left"), 2900);
});

test("the right side is right of who walks from a to b down the page", () => {
  assertClose(sideLine(wall([0, 0], [4000, 0]), "right"), [[0, 50], [4000, 50]]);
});

test("a positive bulge lies to the right", () => {
  const line = centreLine(wall([0, 0], [4000, 0], { bulge: 500 }));
  assertClose(line.at(line.length_mm / 2), [2000, 500]);
});

for (const bulge of [0, 700, -700, 3000]) {
  for (const [along, right] of [[-80, 30], [0, -60], [1234.5, 60], [2500, 0]]) {
    test(`a place ${along} along a wall of bulge ${bulge} is found again from its point`, () => {
      const line = centreLine(wall([100, 200], [3000, 2200], { bulge }));
      const point = line.at(along, right);
      assertClose([line.along(point), line.right(point)], [along + 1e-9, right + 1e-9]);
    });
  }
}

for (const [opening, span, fits] of [
  [{ from: "a", offset: 800, width: 900 }, [800, 1700], true],
  [{ from: "b", offset: 800, width: 900 }, [2300, 3200], true],
  [{ from: "a", offset: -1, width: 900 }, [0, 899], true],
  [{ from: "a", offset: 3500, width: 900 }, [3500, 4000], false],
  [{ from: "a", offset: 4000, width: 900 }, null, false],
]) {
  test(`an opening ${opening.offset} from ${opening.from} takes what the wall has of it`, () => {
    const held = wall([0, 0], [4000, 0]);
    assert.deepEqual([openingSpan(held, opening), openingFits(held, opening)], [span, fits]);
  });
}
