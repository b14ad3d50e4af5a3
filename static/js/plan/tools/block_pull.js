/** A column, shaft or bulkhead that is pulled: to another place, round, or by a corner to another size. */

import { changeBlock } from "#model/actions/place_block.js";
import { distances } from "#plan/distances.js";
import { snapBlock } from "#plan/snapping.js";

/** @typedef {[number, number]} Point */
/** @typedef {import("#plan/pointers.js").Touch} Touch */
/** @typedef {import("#plan/plan_view.js").PlanView} PlanView */

const STEP_MM = 10;
const LEAST_MM = 50;
const TURN_STEP_MDEG = 15_000;

/** @param {PlanView} view @param {any} block @param {Touch} touch */
export function pullOfBlock(view, block, touch) {
  const hold = minus(touch.at, block.at);
  return (/** @type {Touch} */ now) => {
    const { guides, ...place } = snapBlock(view, block, minus(now.at, hold));
    view.tools.store.preview(changeBlock(block.id, place, "dragged"));
    view.layers.guides.replaceChildren(...guides, ...distances(view, block.id));
  };
}

/** @param {PlanView} view @param {any} block @param {Touch} now */
export function turnOfBlock(view, block, now) {
  const [x, y] = minus(now.at, block.at);
  const turn = Math.round(((Math.atan2(x, -y) * 180_000) / Math.PI) / TURN_STEP_MDEG) * TURN_STEP_MDEG;
  const turn_mdeg = ((turn % 360_000) + 360_000) % 360_000;
  view.tools.store.preview(changeBlock(block.id, { turn_mdeg }, "dragged"));
  view.hint("plan.hint_turned", { degrees: turn_mdeg / 1000 });
}

/** The corner opposite to the one pulled stays; sizes are whole centimetres. @param {PlanView} view @param {any} block @param {number[]} corner @param {Touch} now */
export function sizeOfBlock(view, block, [sx, sy], now) {
  const turn = (block.turn_mdeg / 180_000) * Math.PI;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [dx, dy] = minus(now.at, block.at);
  const [w, d] = block.size;
  const pulled = [(dx * cos + dy * sin) * sx + w / 2, (-dx * sin + dy * cos) * sy + d / 2];
  const sides = pulled.map((mm) => Math.max(Math.round(mm / STEP_MM) * STEP_MM, LEAST_MM));
  const size = block.round ? [Math.max(...sides), Math.max(...sides)] : sides;
  const [mx, my] = [((size[0] - w) / 2) * sx, ((size[1] - d) / 2) * sy];
  const at = [block.at[0] + mx * cos - my * sin, block.at[1] + mx * sin + my * cos].map((mm) => Math.floor(mm + 0.5));
  view.tools.store.preview(changeBlock(block.id, { size, at }, "dragged"));
  view.hint("plan.hint_size", { width: view.tools.length(size[0]), depth: view.tools.length(size[1]) });
}

/** @param {Point} one @param {Point} other @returns {Point} */
const minus = (one, other) => [one[0] - other[0], one[1] - other[1]];
