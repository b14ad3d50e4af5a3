/** A thing or a set in hand. What hangs comes to a wall of a room wherever it is put; what stands outside every room is told of. */

import { addItem } from "#model/actions/add_item.js";
import { addSet, boxOf } from "#model/actions/add_set.js";
import { newId } from "#model/ids.js";
import { snapItem } from "#plan/snapping.js";
import { GhostTool } from "#plan/tools/ghost_tool.js";

/** @typedef {[number, number]} Point */

export class ItemTool extends GhostTool {
  hint = "plan.hint_item";

  /** @param {import("#plan/plan_view.js").PlanView} view @param {{kind?: any, set?: import("#model/actions/add_set.js").ItemSet}} choice */
  constructor(view, { kind, set }) {
    const { size, elevation, name, snap } = kind ?? boxOf(set?.items ?? [], view.tools.kinds);
    const ids = (set?.items ?? [kind]).map(() => newId("items"));
    const hangs = kind?.mount === "wall" && kind.category !== "outside";
    let told = "";
    const make = (/** @type {import("#plan/pointers.js").Touch} */ touch) => {
      const bare = { id: ids[0], kind: name, snap, at: touch.at, size, turn_mdeg: 0, elevation };
      const free = snapItem(view, bare, touch.at);
      const isIn = view.survey.roomAt(free.at) !== null;
      const isLost = hangs && (free.host === null || (!isIn && view.survey.rooms.length > 0));
      const face = isLost ? nearestFace(view, touch.at, size[1]) : null;
      if (isLost && !face) return null;
      const { at, turn_mdeg, host } = face ? snapItem(view, { ...bare, at: face }, face) : free;
      told = face ? "plan.hint_to_wall" : isIn || kind?.category === "outside" || !view.survey.rooms.length ? "" : "plan.hint_outside";
      const place = { level: view.level, at, turn_mdeg, host };
      return set ? addSet(set.items, place, ids) : addItem({ ...place, kind: name, size, elevation }, ids[0]);
    };
    super(view, ids.map((id) => ({ collection: "items", id })), make, { told: () => told, refused: "plan.hint_no_wall" });
  }

  /** The room was touched in 3D. @param {import("#model/selection.js").Target} _target @param {Point | null} at */
  take(_target, at) {
    if (at) this.tap(/** @type {any} */ ({ at }));
  }
}

/** Where a thing so deep hangs on the nearest wall, on its side that faces a room. @param {import("#plan/plan_view.js").PlanView} view @param {Point} at @param {number} deep_mm @returns {Point | null} */
function nearestFace(view, at, deep_mm) {
  const near = view.wallNear(at, Infinity);
  const solid = near && view.survey.solids.get(near.wall);
  if (!near || !solid) return null;
  const along = Math.min(Math.max(near.along_mm, 0), solid.line.length_mm);
  const side = view.survey.faceAt(near.wall, near.side, along) ? near.side : view.survey.insideOf(near.wall);
  const off = view.halfAt(near.wall, along) + deep_mm / 2;
  const [x, y] = solid.line.at(along, side === "right" ? off : -off);
  return [x, y];
}
