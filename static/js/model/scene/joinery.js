/**
 * Doors and windows of a scene: frames, leaves, panes and boards as boxes in the opening's own frame.
 *
 * The frame: origin on the wall's centre line in the middle of the hole at its sill, x along the wall from a to b,
 * y to the wall's right, z up; mm.
 * @typedef {{material: string, at: [number, number, number], size: [number, number, number]}} Box
 * @typedef {{pivot: [number, number], swing_mdeg: number, boxes: Box[]}} Leaf closed as described
 *
 * A hole in a wall. `inside` is 1 when its room lies to the wall's right, else -1; `towards` the same of where its
 * leaves open.
 * @typedef {{kind: string, width: number, height: number, thickness: number, hinge: string, towards: 1 | -1,
 *   inside: 1 | -1}} Hole
 */

/** How wide a door's lining is seen from the front. */
const FRAME_MM = 45;
const [CASING_MM, CASING_DEPTH_MM] = [60, 12];
const LEAF_MM = 40;
const [SASH_MM, SASH_DEPTH_MM] = [75, 70];
const PANE_MM = 24;
const MULLION_MM = 112;
const [BOARD_MM, BOARD_OUT_MM] = [25, 35];
const RAIL_MM = 60;
const FULL_SWING_MDEG = 90_000;

/** What stands still in the hole, and the leaves that turn about a pivot. @param {Hole} hole @returns {{boxes: Box[], leaves: Leaf[]}} */
export function joinery(hole) {
  const { boxes, leaves } = BUILDERS[hole.kind]?.(hole) ?? { boxes: [], leaves: [] };
  return { boxes: solid(boxes), leaves: leaves.map((leaf) => ({ ...leaf, boxes: solid(leaf.boxes) })) };
}

/** The boxes for which the hole is large enough. @param {Box[]} boxes */
const solid = (boxes) => boxes.filter(({ size }) => Math.min(...size) > 0);

/** @param {number} value */
const half = (value) => Math.floor(value / 2);

/** @param {Hole} hole */
const door = (hole) => {
  const clear = hole.width - 2 * FRAME_MM;
  return { boxes: lining(hole), leaves: [leafOf(hole, half(-clear), clear, isHungLeft(hole))] };
};

/** Whether the hinge is at the hole's end nearer to the wall's a. @param {Hole} hole */
const isHungLeft = ({ towards, hinge }) => towards > 0 === (hinge === "left");

/** @param {Hole} hole */
const doubleDoor = (hole) => {
  const wing = half(hole.width - 2 * FRAME_MM);
  return { boxes: lining(hole), leaves: [leafOf(hole, -wing, wing, true), leafOf(hole, 0, wing, false)] };
};

/** A leaf that hangs before the wall and stands a third open. @param {Hole} hole */
const slidingDoor = (hole) => {
  const isRight = hole.towards > 0;
  const face = half(hole.thickness) + CASING_DEPTH_MM + 8;
  const slid = Math.floor(hole.width / 3) * (isRight === (hole.hinge === "right") ? 1 : -1);
  const [width, height] = [hole.width + 60, hole.height + 20];
  const low = isRight ? face : -face - LEAF_MM;
  const handle = slid > 0 ? 70 - half(width) : half(width) - 90;
  const boxes = [
    ...lining(hole),
    box("front", slid - half(width), low, 8, width, LEAF_MM, height),
    box("metal", -hole.width, low + 5, height + 20, 2 * hole.width, 30, half(RAIL_MM)),
    box("metal", handle + slid, isRight ? low + LEAF_MM : low - 8, 950, 20, 8, 200),
  ];
  return { boxes, leaves: [] };
};

/** Two halves, the second drawn as standing beside the first when open. @param {Hole} hole */
const foldingDoor = (hole) => {
  const wing = half(hole.width - 2 * FRAME_MM);
  const atLeft = isHungLeft(hole);
  const near = leafOf(hole, atLeft ? -wing : 0, wing, atLeft, false);
  const far = leafOf(hole, atLeft ? 0 : -wing, wing, !atLeft);
  return { boxes: lining(hole), leaves: [near, far] };
};

/** @param {number} sashes */
const windowOf = (sashes) => (/** @type {Hole} */ hole) => ({ boxes: [...glazing(hole, sashes), ...boards(hole)], leaves: [] });

/** @type {Record<string, (hole: Hole) => {boxes: Box[], leaves: Leaf[]}>} */
const BUILDERS = {
  door,
  double_door: doubleDoor,
  sliding_door: slidingDoor,
  folding_door: foldingDoor,
  window: windowOf(1),
  double_window: windowOf(2),
  french_window: (hole) => ({ boxes: glazing(hole, hole.width >= 1200 ? 2 : 1), leaves: [] }),
  roof_window: (hole) => ({ boxes: glazing(hole, 1), leaves: [] }),
};

/** The lining through the wall and the casings on its two faces. @param {Hole} hole @returns {Box[]} */
function lining({ width, height, thickness }) {
  const [left, right] = [-half(width), width - half(width)];
  const upright = height - FRAME_MM;
  const back = -half(thickness);
  const casings = [back - CASING_DEPTH_MM, back + thickness].flatMap((low) => [
    box("front", left - CASING_MM + FRAME_MM, low, 0, CASING_MM, CASING_DEPTH_MM, upright),
    box("front", right - FRAME_MM, low, 0, CASING_MM, CASING_DEPTH_MM, upright),
    box("front", left - CASING_MM + FRAME_MM, low, upright, width + 2 * (CASING_MM - FRAME_MM), CASING_DEPTH_MM, CASING_MM),
  ]);
  return [
    box("front", left, back, 0, FRAME_MM, thickness, upright),
    box("front", right - FRAME_MM, back, 0, FRAME_MM, thickness, upright),
    box("front", left, back, upright, width, thickness, FRAME_MM),
    ...casings,
  ];
}

/**
 * A leaf over [start, start + width] of the hole, flush with the face that it opens to.
 * @param {Hole} hole @param {number} start @param {number} width @param {boolean} atLeft @param {boolean} handle
 * @returns {Leaf}
 */
function leafOf({ height, thickness, towards }, start, width, atLeft, handle = true) {
  const face = half(thickness);
  const low = towards > 0 ? face - LEAF_MM : -face;
  const boxes = [box("front", start + 3, low, 8, width - 6, LEAF_MM, height - FRAME_MM - 12)];
  if (handle) {
    const grip = atLeft ? start + width - 180 : start + 60;
    boxes.push(
      box("metal", grip, low - 45, 1040, 120, 14, 14),
      box("metal", grip, low + LEAF_MM + 31, 1040, 120, 14, 14),
      box("metal", grip + (atLeft ? 106 : 0), low - 45, 1040, 14, LEAF_MM + 90, 14),
    );
  }
  const swing_mdeg = FULL_SWING_MDEG * (atLeft === towards > 0 ? 1 : -1);
  return { pivot: [atLeft ? start : start + width, towards > 0 ? face : -face], swing_mdeg, boxes };
}

/** @param {Hole} hole @param {number} sashes @returns {Box[]} */
function glazing(hole, sashes) {
  const { width, height, inside } = hole;
  const low = sashPlace(hole);
  const [left, right] = [-half(width), width - half(width)];
  const [wide, high] = [width - 2 * SASH_MM, height - 2 * SASH_MM];
  const mullion = sashes === 2 ? [box("white", -half(MULLION_MM), low, SASH_MM, MULLION_MM, SASH_DEPTH_MM, high)] : [];
  const handle = sashes === 2 ? -10 : right - half(SASH_MM) - 10;
  return [
    box("white", left, low, 0, SASH_MM, SASH_DEPTH_MM, height),
    box("white", right - SASH_MM, low, 0, SASH_MM, SASH_DEPTH_MM, height),
    box("white", left + SASH_MM, low, 0, wide, SASH_DEPTH_MM, SASH_MM),
    box("white", left + SASH_MM, low, height - SASH_MM, wide, SASH_DEPTH_MM, SASH_MM),
    box("glass", left + SASH_MM, low + half(SASH_DEPTH_MM - PANE_MM), SASH_MM, wide, PANE_MM, high),
    ...mullion,
    box("metal", handle, inside > 0 ? low + SASH_DEPTH_MM : low - 30, half(height) - 60, 20, 30, 120),
  ];
}

/** The lesser y of the frame: a third of the wall's depth in from the outer face. @param {Hole} hole */
function sashPlace({ thickness, inside }) {
  const free = thickness - SASH_DEPTH_MM;
  const fromOutside = free > 0 ? Math.floor(free / 3) : half(free);
  const outer = -inside * half(thickness);
  return inside > 0 ? outer + fromOutside : outer - fromOutside - SASH_DEPTH_MM;
}

/** The board inside, which stands out a little into the room, and the sheet outside. @param {Hole} hole @returns {Box[]} */
function boards(hole) {
  const { width, thickness, inside } = hole;
  const low = sashPlace(hole);
  const [left, face, out] = [-half(width), half(thickness), half(thickness) + BOARD_OUT_MM];
  const [within, lip, outer] =
    inside > 0
      ? [[low + SASH_DEPTH_MM, face], [face, out], [-out, low]]
      : [[-face, low], [-out, -face], [low + SASH_DEPTH_MM, out]];
  return [
    box("white", left, within[0], 0, width, within[1] - within[0], BOARD_MM),
    box("white", left - 40, lip[0], 0, width + 80, lip[1] - lip[0], BOARD_MM),
    box("metal", left, outer[0], 0, width, outer[1] - outer[0], 8),
  ];
}

/**
 * @param {string} material @param {number} x @param {number} y @param {number} z @param {number} width
 * @param {number} depth @param {number} height @returns {Box}
 */
const box = (material, x, y, z, width, depth, height) => ({ material, at: [x, y, z], size: [width, depth, height] });
