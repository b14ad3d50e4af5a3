/** A view is kept in the plan as whole numbers, and stands again where it stood. */

import assert from "node:assert/strict";
import test from "node:test";

import { removeEntities } from "#model/actions/remove_entities.js";
import { freeName, keepView } from "#model/actions/saved_views.js";
import { apply } from "#model/fold.js";
import { emptyDocument, entity } from "#model/plan.js";
import { bring, placeOf } from "#scene/stand.js";

const LIGHT = { level: null, light: "sun", season: "summer", minute: 1080 };
const OUTSIDE = { orbit: { target: [2.5, 1.2, 3.25], azimuth: -0.5, elevation: 0.7, distance: 12.5 }, walker: null, floor: 0 };
const INSIDE = { ...OUTSIDE, walker: { x: 1.25, y: 2, yaw: 4, pitch: -0.2 }, floor: 2.9 };

for (const [name, eye] of [["outside", OUTSIDE], ["inside", INSIDE]]) {
  test(`a view from ${name} is kept, and one stands there again within a millimetre`, () => {
    const document = apply(emptyDocument(), keepView("Okno", { ...LIGHT, ...placeOf(eye) }, "v1")(emptyDocument()));
    const kept = entity(document, "views", "v1");
    const back = structuredClone({ ...OUTSIDE, floor: 0 });
    bring(back, kept);
    assert.deepEqual(placeOf({ ...back, orbit: eye.walker ? eye.orbit : back.orbit }), placeOf(eye));
    assert.deepEqual([kept.name, kept.light, kept.minute], ["Okno", "sun", 1080]);
    assert.deepEqual(apply(document, removeEntities(["views/v1"])(document)).views, {});
  });
}

test("a new view gets the first name that is free", () => {
  const document = { views: { v1: { name: "Widok 1" }, v2: { name: "Widok 3" } } };
  assert.equal(freeName(document, (n) => `Widok ${n}`), "Widok 2");
});
