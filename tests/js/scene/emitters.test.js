/** Each picture of a sum takes one of the places that light a room, as often as it gives light. */

import assert from "node:assert/strict";
import test from "node:test";

import { emitterAt, freeEmitters } from "#scene/emitters.js";
import { lampGrids } from "#scene/lamplight.js";
import { skyGrids } from "#scene/skylight.js";

import { scene } from "./room.js";

const [, , [emitters]] = skyGrids(scene);
const steps = (count) => Array.from({ length: count }, (_, step) => emitterAt(emitters, step + 1));

test("their shares are of one whole, and go by weight", () => {
  const shares = new Map(steps(4000).map(({ emitter, share }) => [emitter, share]));
  const whole = [...shares.values()].reduce((sum, share) => sum + share, 0);
  assert.ok(whole > 0.995 && whole < 1 + 1e-9, `${whole}`);
  const [one, other] = [...shares.keys()];
  assert.ok(Math.abs(shares.get(one) / shares.get(other) - one.weight / other.weight) < 1e-9);
});

test("what the drawn ones send, over their shares, is in the mean what all send", () => {
  const sentTo = ({ at, normal, area, bright }) => {
    const way = [2, 1, 1.5].map((value, axis) => value - at[axis]);
    const square = way.reduce((sum, value) => sum + value * value, 0);
    return (bright * area * Math.max(way.reduce((sum, value, axis) => sum + value * normal[axis], 0), 0)) / square ** 1.5;
  };
  const all = emitters.reduce((sum, emitter) => sum + sentTo(emitter), 0);
  for (const [count, within] of [[2000, 0.01], [48, 0.12]]) {
    const mean = steps(count).reduce((sum, { emitter, share }) => sum + sentTo(emitter) / share, 0) / count;
    assert.ok(Math.abs(mean / all - 1) < within, `${count}: ${mean / all}`);
  }
});

test("windows and faces are among them, and what stands behind a wardrobe is not free", () => {
  assert.ok(emitters.some(({ isSky }) => isSky) && emitters.some(({ isSky }) => !isSky));
  const free = freeEmitters(emitters, { ...scene, items: [] }, 0);
  const [hidden] = free.filter(({ isSky, normal }) => !isSky && Math.abs(normal[1]) < 0.1);
  const [x, , y] = hidden.at.map((value, axis) => (value + 0.3 * hidden.normal[axis]) * 1000);
  const wardrobe = { at: [x, y, 0], size: [800, 800, 2500], turn_mdeg: 0 };
  assert.ok(!freeEmitters(emitters, { ...scene, items: [wardrobe] }, 0).includes(hidden));
});

test("where no lamp is lit nothing is an emitter", () => assert.deepEqual(freeEmitters(lampGrids(scene, [])[2][0], scene, 0), []));
