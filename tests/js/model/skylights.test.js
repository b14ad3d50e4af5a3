/** Roof windows: put into slopes, slid, and gone with them. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { addSkylight, headOf, placeAt, placeIn, roofOver, setSkylight, shiftedBy, USUAL } from "#model/actions/skylights.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { apply } from "#model/fold.js";
import { entity } from "#model/plan.js";
import { removeLevel } from "#model/levels.js";

const PLAN = /** @type {any} */ ({
  version: 1, plan: {}, levels: { l1: {}, l2: { elevation: 2900 } },
  slopes: { s1: { level: "l1", a: [6000, 100], b: [0, 100], knee: 1000, angle_mdeg: 45_000 } },
  skylights: { k1: { slope: "s1", offset: 1000, sill: 1200, width: 780, height: 1180 } },
});
const done = (/** @type {any} */ make) => apply(PLAN, { remove: [], ...make(PLAN) });

test("a tap on a slope puts a window about it, in whole centimetres", () => {
  const roof = /** @type {any} */ (roofOver(PLAN, "l1", [3000, 1100]));
  const place = placeAt(roof, [3000, 1100], USUAL);
  assert.deepEqual(place, { slope: "s1", offset: 2610, sill: 1580 });
  assert.equal(roofOver(PLAN, "l1", [3000, 50]), null);
  assert.equal(entity(done(addSkylight(place, "k2")), "skylights", "k2")?.height, 1180);
  assert.equal(addSkylight({ slope: "s9", offset: 0, sill: 0 })(PLAN), null);
});

test("the next window lies beside the last one, as high", () => {
  assert.deepEqual(placeIn(PLAN, "s1"), { slope: "s1", offset: 2080, sill: 1200 });
  assert.equal(placeIn({ ...PLAN, skylights: {} }, "s1")?.sill, 1170);
});

test("an arrow on the plan leads along the slope or up it", () => {
  const window = entity(PLAN, "skylights", "k1");
  assert.deepEqual(shiftedBy(PLAN, window, [-100, 0]), { offset: 1100, sill: 1200 });
  assert.deepEqual(shiftedBy(PLAN, window, [0, 100]), { offset: 1000, sill: 1300 });
  assert.equal(headOf(window, PLAN.slopes.s1), 2034);
  assert.equal(entity(done(setSkylight("k1", { sill: 900 })), "skylights", "k1")?.sill, 900);
});

test("windows go with their slope, and with its level", () => {
  assert.deepEqual(removeEntities(["slopes/s1"])(PLAN)?.remove, ["slopes/s1", "skylights/k1"]);
  assert.deepEqual(removeLevel("l1")(PLAN)?.remove?.toSorted(), ["levels/l1", "skylights/k1", "slopes/s1"]);
});
