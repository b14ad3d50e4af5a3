/** The layers of the plan's drawing: what is shown of rooms, walls, openings, colours and lengths. */

import { isNiche } from "#geometry/niches.js";
import { halfAt, isTapered } from "#geometry/thickness.js";
import { openingSpan, seenLength } from "#geometry/walls.js";
import { entities, entity, itemsOf, wallHeights } from "#model/plan.js";
import { isFlat, itemsNear, labelSpot } from "#plan/label_spot.js";
import { lengthSpots } from "#plan/length_spots.js";
import { openingMarks, slabAlong } from "#plan/opening_marks.js";
import { slopeStretches } from "#plan/slopes.js";
import { wellsOn } from "#plan/stairwells.js";
import { line, ring, svg } from "#plan/svg.js";

/** @typedef {import("#geometry/walls.js").Solid} Solid */
/** @typedef {import("#plan/survey.js").Survey} Survey */
/** @typedef {import("#plan/plan_view.js").Tools} Tools */
/** @typedef {import("#plan/kept_layer.js").Mark} Mark */
/** @typedef {readonly [number, number]} Point */

const SWINGING = new Set(["door", "double_door"]);
/** Shorter faces carry no length: the number would not fit. */
const LEAST_LABELLED_MM = 350;
/** The shortest of lengths, "1 cm", and how wide a letter is, of its height. */
const LEAST_LETTERS = 5;
const LETTER = 0.62;
const LENGTH_PX = 12.5;
/** Inside rooms no letters stand that are larger than this: so small a plan has room for names alone. */
const MOST_INSIDE_MM = 200;
/** A plan is a cut so high above the floor: lower walls are seen from above. */
const CUT_MM = 1200;

/** Floors, in their paint. @param {Survey} survey @param {Tools} tools @returns {Mark[]} */
export const floors = (survey, tools) =>
  survey.rooms.map(({ room, index }) => {
    const d = [room.polygon, ...room.holes].map(ring).join("");
    const fill = survey.floorColour(index, tools.paintOf) ?? "transparent"; // a picture may lie under it
    return {
      key: String(index), signs: [d, fill, room.name, room.use, room.area_mm2],
      make: () => svg("path", { d, class: "floor", fill, "data-room": index, role: "button", tabindex: -1,
        "aria-label": tools.t("plan.room_is", { name: tools.roomName(room), area: tools.area(room.area_mm2) }) }),
    };
  });

/** Walls cut through, each its own target on both sides. @param {Survey} survey @param {Tools} tools @returns {Mark[]} */
export const walls = (survey, tools) =>
  [...survey.walls].map(([id, solid]) => {
    const d = ring(solid.polygon);
    const look = Math.max(...wallHeights(survey.document, id)) > CUT_MM ? "wall" : "wall low";
    return {
      key: id, signs: [d, look, solid.line.length_mm],
      make: () => svg("path", { d, class: look, "data-path": `walls/${id}`, role: "button", tabindex: -1, "aria-label": spoken(survey, id, solid, tools) }),
    };
  });

/** @param {Solid} solid */
const longest = (solid) => Math.max(seenLength(solid, "left"), seenLength(solid, "right"));

/** @param {Survey} survey @param {string} id @param {Solid} solid @param {Tools} tools */
function spoken({ document }, id, solid, { t, length }) {
  const wall = /** @type {any} */ (entity(document, "walls", id));
  const said = t("plan.wall_is", { length: length(longest(solid)) });
  return wall && isTapered(wall) ? `${said}, ${t("walls.tapers_is", { from: length(wall.thickness), to: length(wall.thickness_b) })}` : said;
}

/** Painted and tiled faces, as a band of their colour along the wall. @param {Survey} survey @param {Tools} tools @returns {Mark[]} */
export const coats = (survey, tools) =>
  survey.faces.flatMap((face, place) => {
    const colour = survey.faceColour(face, tools.paintOf);
    const d = colour ? line(face.points) : "";
    return colour ? [{ key: String(place), signs: [d, colour], make: () => svg("path", { d, class: "coat", stroke: colour }) }] : [];
  });

/** @param {Survey} survey @param {Tools} tools @returns {Mark[]} */
export const openings = (survey, tools) => {
  const all = entities(survey.document, "openings");
  const niches = all.filter(isNiche);
  return all.flatMap((opening) => {
    const solid = survey.solids.get(opening.wall);
    const wall = solid && entity(survey.document, "walls", opening.wall);
    if (!solid || !wall) return [];
    const slab = slabAlong(/** @type {any} */ (wall), opening, niches.filter((niche) => niche.wall === opening.wall));
    const span = openingSpan(/** @type {any} */ (wall), /** @type {any} */ (opening));
    const [left, right] = span ? slab((span[0] + span[1]) / 2) : [0, 0];
    const make = () => {
      if (!span) return null;
      const name = tools.t(`plan.kind_${opening.kind}`);
      const sizes = { name, width: tools.length(opening.width), height: tools.length(opening.height), depth: tools.length(right - left) };
      const words = tools.t(opening.kind === "niche" ? "niches.is" : "plan.opening_is", sizes);
      return svg("g", { class: "opening", "data-path": `openings/${opening.id}`, role: "button", tabindex: -1, "aria-label": words }, ...openingMarks(opening, solid, slab, span));
    };
    return [{ key: opening.id, signs: [opening, wall, ring(solid.polygon), left, right], make }];
  });
};

/** What is written of a room, the first that its walls and things leave room for, else its walls alone: letters in pixels, whether the area stands there too, and how many letters a name has at the most. */
const SIZES = [{ letter_px: 15, hasArea: true }, { letter_px: 12, hasArea: true }, { letter_px: 12, hasArea: false }];
const SHORT = [Infinity, 10, 8, 6, 4].map((most) => ({ letter_px: 11, hasArea: false, mayHide: true, most }));
const WRITTEN = [...[false, true].flatMap((mayHide) => SIZES.map((size) => ({ ...size, mayHide, most: Infinity }))), ...SHORT];
/** In a smaller room no word can be read, pixels across. */
const LEAST_ROOM_PX = 28;

/**
 * Where the rooms' names and areas are written, of one size on the screen, where they hide nothing; smaller or without the area where only that hides less, shortened before they would be left out.
 * @typedef {{x: number, y: number, size: number, name: string, area: string, wide: number, high: number}} NameSpot
 * @param {Survey} survey @param {Tools} tools @param {number} mmPerPx @returns {NameSpot[]}
 */
export const nameSpots = (survey, tools, mmPerPx) => {
  const items = [...itemsOf(survey.document, survey.level), ...swings(survey), ...bulkheads(survey), ...wellsOn(survey).map(({ item }) => item), ...slopeStretches(survey).map(lineAsThing)];
  return survey.rooms.flatMap(({ room, index }) => {
    if (Math.sqrt(room.area_mm2) / mmPerPx < LEAST_ROOM_PX) return [];
    const near = itemsNear(items, /** @type {any} */ (room.polygon));
    const signs = [mmPerPx, tools.roomName(room), tools.area(room.area_mm2), ...near.flatMap(({ at, size, turn_mdeg, elevation }) => [...at, ...size, turn_mdeg, elevation])].join(" ");
    const known = NAMED.get(room);
    if (known?.signs === signs) return known.spots;
    const spots = spotsIn(room, near, survey.middleOf(index), tools, mmPerPx);
    NAMED.set(room, { signs, spots });
    return spots;
  });
};

/** Of a room as it was found: where its name stands while nothing near it changes. @type {WeakMap<object, {signs: string, spots: NameSpot[]}>} */
const NAMED = new WeakMap();

/** @param {any} room @param {readonly any[]} near @param {[number, number]} middle @param {Tools} tools @param {number} mmPerPx @returns {NameSpot[]} none or one */
function spotsIn(room, near, middle, tools, mmPerPx) {
  for (const { letter_px, hasArea, mayHide, most } of WRITTEN) {
    const size = letter_px * mmPerPx;
    const [name, area] = [shortened(tools.roomName(room), most), hasArea ? tools.area(room.area_mm2) : ""];
    const [wide, high] = [Math.max(name.length, area.length, 4) * LETTER * size, (hasArea ? 2.6 : 1.3) * size];
    const spot = labelSpot(room, near, middle, [wide, high], mayHide);
    if (spot) return [{ x: spot[0], y: spot[1], size, name, area, wide, high }];
  }
  return [];
}

/** @param {string} name @param {number} most letters */
const shortened = (name, most) => (name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name);

/** A line over the floor, as a thing that stands there. @param {readonly [Point, Point]} stretch */
const lineAsThing = ([p, q]) => ({
  at: [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2], size: [Math.hypot(q[0] - p[0], q[1] - p[1]), 1, CUT_MM], elevation: 0,
  turn_mdeg: (Math.atan2(q[1] - p[1], q[0] - p[0]) * 180_000) / Math.PI,
});

/** What hangs dashed over the floor, as things that stand there. @param {Survey} survey */
const bulkheads = ({ document, level, solids }) =>
  entities(document, "solids").filter((block) => block.level === level && !solids.has(block.id)).map((block) => ({ ...block, elevation: CUT_MM }));

/** What leaves of doors sweep, as things that stand there. @param {Survey} survey */
const swings = ({ document, solids }) =>
  entities(document, "openings").flatMap((opening) => {
    const solid = solids.get(opening.wall);
    const wall = solid && entity(document, "walls", opening.wall);
    const span = wall && SWINGING.has(opening.kind) ? openingSpan(/** @type {any} */ (wall), /** @type {any} */ (opening)) : null;
    if (!solid || !wall || !span) return [];
    const side = opening.opens === "right" ? 1 : -1;
    const leaf = (span[1] - span[0]) / (opening.kind === "double_door" ? 2 : 1);
    const corners = span.flatMap((along) => [0, leaf].map((out) => solid.line.at(along, side * (halfAt(/** @type {any} */ (wall), along) + out))));
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    return [{ at: [(left + right) / 2, (top + bottom) / 2], size: [right - left, bottom - top, opening.height], elevation: 0, turn_mdeg: 0 }];
  });

/** @param {readonly NameSpot[]} spots */
export const names = (spots) =>
  spots.map(({ x, y, size, name, area, wide, high }) =>
    svg("g", { class: "room-name", "aria-hidden": "true" },
      svg("rect", { x: x - wide / 2, y: y - high / 2 - 0.1 * size, width: wide, height: high + 0.2 * size, rx: 0.4 * size, class: "name-ground" }),
      svg("text", { x, y: y + (area ? -0.2 : 0.35) * size, "font-size": size, class: "name" }, name),
      ...(area ? [svg("text", { x, y: y + 1.1 * size, "font-size": 0.9 * size, class: "area" }, area)] : [])));

/**
 * The length of each face of the rooms, written along it: outside the house where that side is free, else inside the room.
 * One that would lie on a room's name, a thing or another length is left out; nearer by there is a place for it.
 * @param {Survey} survey @param {Tools} tools @param {number} mmPerPx @param {readonly NameSpot[]} spots @returns {Mark[]}
 */
export const lengths = (survey, tools, mmPerPx, spots) => {
  const size = LENGTH_PX * mmPerPx;
  const isInside = areLengthsInside(mmPerPx);
  const wanted = wantedLengths(survey, tools, size, isInside);
  const named = spots.map(({ x, y, wide, high }) => ({ at: /** @type {Point} */ ([x, y]), way: /** @type {Point} */ ([1, 0]), wide_mm: wide, high_mm: high }));
  const things = isInside ? itemsOf(survey.document, survey.level).filter((item) => !isFlat(item)).map(asWritten) : [];
  return lengthSpots(wanted, [...named, ...things], size).flatMap((spot, place) => {
    if (!spot) return [];
    const { key, text } = wanted[place];
    return [{ key, signs: [text, size, ...spot.at, ...spot.way], make: () => written(text, size, spot) }];
  });
};

/** Whether lengths stand inside rooms, where things are in their way. @param {number} mmPerPx */
export const areLengthsInside = (mmPerPx) => LENGTH_PX * mmPerPx <= MOST_INSIDE_MM;

/** The place that a thing takes from words. @param {any} item */
function asWritten({ at, size: [wide_mm, high_mm], turn_mdeg }) {
  const turn = (turn_mdeg / 180_000) * Math.PI;
  return { at, way: /** @type {Point} */ ([Math.cos(turn), Math.sin(turn)]), wide_mm, high_mm };
}

/** Those that fit along their faces, what is outside first and then the longest; a face runs with its room on the right. @param {Survey} survey @param {Tools} tools @param {number} size @param {boolean} isInside whether they may stand in rooms */
function wantedLengths(survey, tools, size, isInside) {
  /** @type {Map<string, any[]>} */
  const onWall = new Map();
  for (const face of survey.faces) onWall.set(face.wall, [...(onWall.get(face.wall) ?? []), face]);
  const found = survey.faces.flatMap((face) => {
    if ((face.side !== "left" && face.side !== "right") || face.length_mm < Math.max(LEAST_LABELLED_MM, LEAST_LETTERS * LETTER * size)) return [];
    const isArc = Boolean(face.points.length > 2 && entity(survey.document, "walls", face.wall)?.bulge);
    const text = isArc ? tools.t("walls.arc_length", { length: tools.length(face.length_mm) }) : tools.length(face.length_mm);
    const wide_mm = text.length * LETTER * size;
    if (face.length_mm < wide_mm + LETTER * size) return [];
    const isOutside = !onWall.get(face.wall)?.some((other) => other.side === OTHER[face.side] && overlap(other, face));
    if (!isOutside && !isInside) return [];
    const in_mm = isOutside ? -behindFace(survey, face) - size : size * 1.15;
    const { points, length_mm } = face;
    return [{ key: `${face.wall} ${face.side} ${face.room} ${face.from_mm}`, text, points, length_mm, wide_mm, isOutside, right_mm: in_mm }];
  });
  return found.sort((one, other) => Number(other.isOutside) - Number(one.isOutside) || other.length_mm - one.length_mm);
}

/** @type {Record<string, string>} */
const OTHER = { left: "right", right: "left" };

/** @param {any} one @param {any} other */
const overlap = (one, other) => one.from_mm < other.to_mm && other.from_mm < one.to_mm;

/** How thick the wall is behind the face, where it is thicker. @param {Survey} survey @param {any} face @returns {number} */
function behindFace(survey, { wall, from_mm, to_mm }) {
  const found = /** @type {any} */ (entity(survey.document, "walls", wall));
  return found ? 2 * Math.max(halfAt(found, from_mm), halfAt(found, to_mm)) : 0;
}

/** @param {string} text @param {number} size @param {import("#plan/length_spots.js").Written} spot */
function written(text, size, { at: [x, y], way: [dx, dy] }) {
  const turn = (Math.atan2(dy, dx) * 180) / Math.PI;
  const upright = turn > 90.5 || turn <= -89.5 ? turn + 180 : turn;
  return svg("text", { x, y, "font-size": size, class: "length", transform: `rotate(${upright} ${x} ${y})`, "aria-hidden": "true" }, text);
}
