/**
 * The faces inside niches: back, jambs, sill and head, and which finish covers what of them.
 *
 * A niche wears what the wall about it wears, band by band, unless a finish names the niche. One that stands on the floor
 * has the room's floor in it, one that reaches the ceiling has the room's ceiling. Rooms are measured without their niches.
 *
 * @typedef {import("#geometry/entities.js").Plan} Plan
 * @typedef {import("#geometry/entities.js").Wall} Wall
 * @typedef {import("#geometry/entities.js").Opening} Opening
 * @typedef {import("#geometry/centreline.js").CentreLine} CentreLine
 * @typedef {import("#geometry/surfaces.js").Face} Face
 * @typedef {import("#geometry/surfaces.js").Cut} Cut
 * @typedef {import("#geometry/surfaces.js").Finish} Finish
 * @typedef {"back" | "jambs" | "sill" | "head"} Part
 *
 * A flat part of a niche that one room sees, under one finish or bare: jambs are one at each end (from and to are the
 * same), of a sill and a head z_from and z_to are the same; from and to are mm along the wall. `width_mm` and `height_mm`
 * are its own, a sill's and head's the niche's width and depth. `holes` are the openings in the back.
 * @typedef {{room: number, opening: string, wall: string, side: string, face: Part, finish: string | null, from_mm: number,
 *   to_mm: number, z_from: number, z_to: number, width_mm: number, height_mm: number, area_mm2: number, holes: Cut[]}} Recess
 *
 * What a niche may wear besides the wall's: the finishes that name niches, its room's floor's and ceiling's. `isCeiled`
 * tells whether the wall reaches the ceiling: above a lower wall a niche is open.
 * @typedef {{own: readonly Finish[], floor: string | null, ceiling: string | null, isCeiled: boolean}} Around
 */
import { bodyOf } from "#geometry/bodies.js";
import { entity } from "#geometry/entities.js";
import { coveredArea, heightAt, pairs } from "#geometry/heights.js";
import { depthOf, isNiche, nichesOf } from "#geometry/niches.js";
import { whole } from "#geometry/polygon.js";
import { halfAt } from "#geometry/thickness.js";
import { length, minus } from "#geometry/vector.js";

const LEAST_MM = 0.01;

/**
 * The parts of every niche in the face, in the order of its cuts.
 * @param {Plan} plan @param {CentreLine} line @param {Face} face @param {Around} around @returns {Recess[]}
 */
export function recessesOf(plan, line, face, around) {
  const wall = /** @type {any} */ (bodyOf(plan, face.wall));
  const of = (/** @type {Cut} */ cut) => /** @type {Opening} */ (entity(plan, "openings", cut.opening));
  return face.cuts.flatMap((cut) => {
    const opening = of(cut);
    const deep = isNiche(opening) ? depthOf(wall, opening, nichesOf(plan, face.wall)) : 0;
    const through = deep ? face.cuts.filter((one) => !isNiche(of(one)) && meet(one, cut)) : [];
    return deep ? partsOf({ wall, line, face, cut, opening, deep, through, around }) : [];
  });
}

/** @param {Cut} one @param {Cut} other */
const meet = (one, other) =>
  one.from_mm < other.to_mm && other.from_mm < one.to_mm && one.z_from < other.z_to && other.z_from < one.z_to;

/**
 * @typedef {{wall: Wall, line: CentreLine, face: Face, cut: Cut, opening: Opening, deep: number, through: Cut[], around: Around}} Inside
 */

/** @param {Inside} inside @returns {Recess[]} */
const partsOf = (inside) => [
  ...backOf(inside),
  ...jambOf(inside, inside.cut.from_mm),
  ...jambOf(inside, inside.cut.to_mm),
  sillOf(inside),
  ...headOf(inside),
];

/** @param {Inside} inside */
function backOf(inside) {
  const { face: { top }, cut, deep, through } = inside;
  const width = widthOf(inside, deep);
  const scale = width / (cut.to_mm - cut.from_mm);
  const holes = through.map(rectangle);
  return strips(inside, "back", cut.z_to).map(({ finish, low, high }) => {
    const covered = coveredArea(top, [rectangle(cut), ...holes], low, high) - coveredArea(top, holes, low, high);
    return part(inside, "back", finish, [cut.from_mm, cut.to_mm], [low, high], [width, high - low], scale * covered);
  });
}

/** @param {Cut} cut @returns {import("#geometry/heights.js").Rectangle} */
const rectangle = ({ from_mm, to_mm, z_from, z_to }) => [from_mm, to_mm, z_from, z_to];

/** @param {Inside} inside @param {number} along */
const jambOf = (inside, along) =>
  strips(inside, "jambs", Math.min(inside.cut.z_to, heightAt(inside.face.top, along))).map(({ finish, low, high }) =>
    part(inside, "jambs", finish, [along, along], [low, high], [inside.deep, high - low], inside.deep * (high - low)),
  );

/** @param {Inside} inside */
function sillOf(inside) {
  const { cut: { z_from: z }, face, around } = inside;
  if (z <= 0) return level(inside, "sill", z, named(inside, ["sill"]) ?? around.floor);
  const beside = face.bands.find(({ z_from, z_to }) => z_from <= z && z < z_to)?.finish ?? null;
  return level(inside, "sill", z, ownOf(inside, "sill") ?? beside);
}

/** @param {Inside} inside */
function headOf(inside) {
  const { cut: { z_to: z, from_mm, to_mm }, face: { top, bands }, around } = inside;
  if (z < Math.min(heightAt(top, from_mm), heightAt(top, to_mm))) {
    const beside = bands.find(({ z_from, z_to }) => z_from < z && z <= z_to)?.finish ?? null;
    return [level(inside, "head", z, ownOf(inside, "head") ?? beside)];
  }
  return around.isCeiled ? [level(inside, "head", z, named(inside, ["head"]) ?? around.ceiling)] : [];
}

/** @param {Inside} inside @param {Part} name @param {number} z @param {string | null} finish */
function level(inside, name, z, finish) {
  const { line, cut, deep } = inside;
  const width = line.centre ? (widthOf(inside, 0) + widthOf(inside, deep)) / 2 : cut.to_mm - cut.from_mm;
  return part(inside, name, finish, [cut.from_mm, cut.to_mm], [z, z], [width, deep], width * deep);
}

/**
 * @param {Inside} inside @param {Part} name @param {string | null} finish @param {[number, number]} span
 * @param {[number, number]} heights @param {[number, number]} size @param {number} area @returns {Recess}
 */
function part({ face, opening, through }, name, finish, [from_mm, to_mm], [z_from, z_to], [width_mm, height_mm], area) {
  const { room, wall, side } = face;
  const holes = name === "back" ? through : [];
  return { room, opening: opening.id, wall, side, face: name, finish, from_mm, to_mm, z_from, z_to, width_mm, height_mm, area_mm2: whole(area), holes };
}

/** The finish of each height of what stands upright. @param {Inside} inside @param {Part} name @param {number} highest */
function strips(inside, name, highest) {
  const own = ownOf(inside, name);
  const bands = own ? [{ finish: own, z_from: 0, z_to: highest }] : inside.face.bands;
  return bands.flatMap(({ finish, z_from, z_to }) => {
    const [low, high] = [Math.max(z_from, inside.cut.z_from), Math.min(z_to, highest)];
    return high - low > LEAST_MM ? [{ finish, low, high }] : [];
  });
}

/** The last finish that names the niche, and this face of it or none. @param {Inside} inside @param {Part} name */
const ownOf = (inside, name) => named(inside, [null, name]);

/** @param {Inside} inside @param {(string | null)[]} names */
const named = ({ opening, around }, names) =>
  around.own.findLast((one) => one.opening === opening.id && names.includes(one.face))?.id ?? null;

/** How wide the niche is so far in from the wall's face. @param {Inside} inside @param {number} in_mm */
function widthOf({ wall, line, face, cut: { from_mm, to_mm } }, in_mm) {
  const count = line.points.length - 1;
  const stops = line.centre ? line.points.slice(1, -1).map((_, place) => (line.length_mm * (place + 1)) / count) : [];
  const places = [from_mm, ...stops.filter((at) => from_mm < at && at < to_mm), to_mm];
  const points = places.map((along) => line.at(along, (face.side === "right" ? 1 : -1) * (halfAt(wall, along) - in_mm)));
  return pairs(points).reduce((sum, [p, q]) => sum + length(minus(q, p)), 0);
}
