/** What a pull on a wall's view does, by what was taken hold of: things, openings, their sides, edges of bands, the first tile. */

import { snapOnWall, snapValue } from "#geometry/snap_on_wall.js";
import { free } from "#model/actions/arrange_items.js";
import { edgesOf, moveEdge } from "#model/actions/bands.js";
import { hangItems, hangs } from "#model/actions/hang_items.js";
import { refusalOf } from "#model/actions/place_opening.js";
import { leastOf, shapeOpening } from "#model/actions/shape_opening.js";
import { changeTile } from "#model/actions/tile.js";
import { entity } from "#model/plan.js";
import { placeOfTile, within } from "#model/tile_surface.js";
import { stopsAlong, stopsOfBand, stopsOfSill, stopsUpwards } from "#plan/elevation/stops.js";

/**
 * @typedef {import("#plan/elevation/walls_view.js").WallsView} WallsView
 * @typedef {[number, number]} Point
 * @typedef {{x?: number | null, z?: number | null}} Guides where the thing stopped
 * @typedef {(at: Point, from: Point, isFinger?: boolean) => Guides} Pull previews what is pulled from one place of the view to another
 */

const TURN_STEP_MDEG = 15_000;
const FULL_TURN_MDEG = 360_000;

/** Things go along the wall, and those that hang also up and down; what else is selected comes along. @param {WallsView} view @param {string} id @returns {Pull | null} */
export function pullOfItem(view, id) {
  const { store, selection, kinds } = view.tools;
  const { wall } = view;
  const own = wall?.standing.find(({ item }) => item.id === id);
  if (!wall || !own || own.item.locked) return null;
  const ids = selection.all.filter(({ collection }) => collection === "items").map((target) => String(target.id));
  const items = free(store.document, ids);
  const usual = kinds.has(own.item.kind) ? kinds.get(own.item.kind).elevation : null;
  const [xs, zs] = [stopsAlong(view, `items/${id}`), stopsUpwards(view, `items/${id}`, usual)];
  const rises = hangs(own.item, kinds);
  const top = Math.max(wall.highest_mm, own.high);
  return (at, from) => {
    const [dx, dz] = [at[0] - from[0], rises ? from[1] - at[1] : 0];
    const { by, guides } = snapOnWall([own.left + dx, own.right + dx, own.low + dz, own.high + dz], { xs, zs: rises ? zs : [], reach_mm: view.reach_mm });
    const right = clamped(dx + by[0], Math.min(-own.left, 0), Math.max(wall.width_mm - own.right, 0));
    const up = rises ? Math.round(clamped(dz + by[1], -own.low, top - own.high)) : 0;
    store.preview(hangItems(Object.fromEntries(items.map((item) => [item.id, placeOf(wall, item, right, hangs(item, kinds) ? up : 0)])), "dragged"));
    return { x: guides.x, z: rises ? guides.z : null };
  };
}

/** Where an item comes when it goes so far to the right and up: only the fields that change. @param {NonNullable<WallsView["wall"]>} wall @param {any} item @param {number} right @param {number} up */
export function placeOf(wall, item, right, up) {
  const { at, turn_mdeg } = wall.moved(item, right);
  return {
    ...(right ? { at } : {}),
    ...(turn_mdeg !== item.turn_mdeg ? { turn_mdeg } : {}),
    ...(up ? { elevation: Math.max(item.elevation + up, 0) } : {}),
  };
}

/** An opening slides along; one above the floor also up and down. @param {WallsView} view @param {string} id @returns {Pull | null} */
export function pullOfOpening(view, id) {
  const { wall } = view;
  const own = wall?.apertures.find(({ opening }) => opening.id === id);
  if (!wall || !own) return null;
  const key = `openings/${id}`;
  const [xs, zs] = [stopsAlong(view, key), own.low > 0 ? stopsOfSill(view, key) : []];
  return (at, from) => {
    const [dx, dz] = [at[0] - from[0], own.low > 0 ? from[1] - at[1] : 0];
    const { by, guides } = snapOnWall([own.left + dx, own.right + dx, own.low + dz, own.high + dz], { xs, zs, reach_mm: view.reach_mm });
    const middle_mm = wall.along((own.left + own.right) / 2 + dx + by[0]);
    const sill = Math.round(clamped(own.low + dz + (own.low > 0 ? by[1] : 0), 0, Math.max(wall.highest_mm - (own.high - own.low), 0)));
    tryShape(view, own.opening, shapeOpening(id, { middle_mm, ...(sill !== own.low ? { sill } : {}) }, "dragged"));
    return own.low > 0 ? guides : { x: guides.x };
  };
}

/** @param {WallsView} view @param {any} opening @param {ReturnType<typeof shapeOpening>} make */
function tryShape(view, opening, make) {
  const { store } = view.tools;
  if (!store.preview(make)) view.hint(refusalOf(store.document, opening));
}

/** @param {WallsView} view @param {string} handle as handles.js names them @returns {Pull | null} */
export function pullOfHandle(view, handle) {
  const [what, ...which] = handle.split(" ");
  if (what === "edge") return pullOfEdge(view, Number(which[0]), Number(which[1]));
  if (what === "opening") return pullOfSide(view, /** @type {any} */ (which[0]));
  return which[0] === "turn" ? pullOfTurn(view) : pullOfTiles(view);
}

/** The sides of an opening to where they are pulled; the other side stays. @param {{left: number, right: number, low: number, high: number}} own @param {"left" | "right" | "low" | "high"} side @param {number} value @param {NonNullable<WallsView["wall"]>} wall @param {number} least */
export function sidePulled({ left, right, low, high }, side, value, wall, least) {
  const of = {
    left: () => [clamped(value, 0, right - least), right],
    right: () => [left, clamped(value, left + least, wall.width_mm)],
    low: () => [clamped(value, 0, high - least), high],
    high: () => [low, clamped(value, low + least, Math.max(wall.highest_mm, high))],
  };
  const [from, to] = of[side]().map(Math.round);
  if (side === "low" || side === "high") return { ...(side === "low" ? { sill: from } : {}), height: to - from };
  return { width: to - from, middle_mm: wall.along((from + to) / 2) };
}

/** @param {WallsView} view @param {"left" | "right" | "low" | "high"} side @returns {Pull | null} */
function pullOfSide(view, side) {
  const { wall, tools: { selection } } = view;
  const id = selection.current?.id ?? "";
  const own = wall?.apertures.find(({ opening }) => opening.id === id);
  if (!wall || !own) return null;
  const isUpright = side === "low" || side === "high";
  const stops = (isUpright ? stopsOfSill : stopsAlong)(view, `openings/${id}`).filter(({ of }) => of !== "middle");
  return ([x, y]) => {
    const { value, guide } = snapValue(isUpright ? -y : x, stops, view.reach_mm);
    tryShape(view, own.opening, shapeOpening(id, sidePulled(own, side, value, wall, leastOf(own.opening)), "dragged"));
    return isUpright ? { z: guide } : { x: guide };
  };
}

/** @param {WallsView} view @param {number} stretch @param {number} place @returns {Pull | null} */
function pullOfEdge(view, stretch, place) {
  const face = view.wall?.faces[stretch];
  const z_was = face && edgesOf(/** @type {any} */ (view.wall).document, face)[place];
  if (!face || z_was === undefined) return null;
  const where = view.whereOf(face);
  const stops = stopsOfBand(view).filter(({ at }) => at !== z_was);
  return ([, y], _from, isFinger = false) => {
    const { value, guide } = snapValue(-y, stops, view.reachOf(isFinger));
    view.tools.store.preview(moveEdge(where, z_was, value, "dragged"));
    return { z: guide };
  };
}

/** @param {WallsView} view @returns {Pull | null} */
function pullOfTiles(view) {
  const { strip, wall, tools: { store } } = view;
  const tile = strip?.finish && wall ? entity(wall.document, "finishes", strip.finish)?.tile : null;
  if (!strip?.finish || !tile) return null;
  const begin = tile.origin ?? [0, 0];
  return (at, from) => {
    const origin = within([begin[0] + at[0] - from[0], begin[1] + from[1] - at[1]], tile, strip.surface);
    store.preview(changeTile(/** @type {string} */ (strip.finish), { origin }, "dragged"));
    return {};
  };
}

/** Fifteen degrees at a time; far from the tile, to one degree. @param {WallsView} view @returns {Pull | null} */
function pullOfTurn(view) {
  const { strip, wall, tools: { store } } = view;
  const tile = strip?.finish && wall ? entity(wall.document, "finishes", strip.finish)?.tile : null;
  if (!strip?.finish || !tile) return null;
  const { origin } = placeOfTile(tile, strip.surface);
  return ([x, y]) => {
    const [dx, dz] = [x - origin[0] - strip.left, -y - origin[1]];
    const step = Math.hypot(dx, dz) > 3 * tile.size[0] ? 1000 : TURN_STEP_MDEG;
    const turn = Math.round((Math.atan2(-dz, dx) * 180_000) / Math.PI / step) * step;
    store.preview(changeTile(/** @type {string} */ (strip.finish), { turn_mdeg: (turn + FULL_TURN_MDEG) % FULL_TURN_MDEG }, "dragged"));
    return {};
  };
}

/** @param {number} value @param {number} least @param {number} most */
const clamped = (value, least, most) => Math.min(Math.max(value, least), most);
