/** What a scheme paints on a photo. */

import assert from "node:assert/strict";
import test from "node:test";

import { paintsOf } from "#photo/slots.js";

const wall = (id, slot) => ({ id, taps: [], keep: [], lines: [], brush: [], paint: null, old: null, ...(slot ? { slot } : {}) });

test("each marked place takes its slot's paint, an old one the walls', and a second wall without one as well", () => {
  const walls = [wall("a"), wall("b", "second"), wall("c", "ceiling"), wall("d", "furniture")];
  const slots = [{ slot: "wall", code: "W" }, { slot: "ceiling", code: "C" }, { slot: "furniture", code: null }];
  assert.deepEqual(paintsOf(walls, slots), { a: "W", b: "W", c: "C" });
});
