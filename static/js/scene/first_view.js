/**
 * Where a person would stand to see most of a room, and which way they would look: level, so that all that is upright looks so,
 * and down only in a room so small that its floor would not be seen.
 *
 * Each free place looks round itself; a view is as good as what is open in it, the windows that it meets and the things whose
 * fronts it shows, less what stands close before it, and rather aslant to the walls.
 */
import { carrierOf } from "#scene/edges.js";
import { ceilingOf } from "#scene/grounds.js";
import { swung } from "#scene/opening_pieces.js";
import { contains, radians, rectangle, ringOf } from "#scene/rings.js";
import { WIDE } from "#scene/shell.js";
import { EYE_M, WALK_FOV_DEG, WALK_RISE, hasRoom } from "#scene/walker.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#scene/walker.js").Ground} Ground
 * @typedef {import("#scene/walker.js").Walker} Walker
 * @typedef {import("#scene/rings.js").Ring} Ring
 * @typedef {{ring: Ring, isTall: boolean}} Obstacle isTall: it hides what is behind it
 * @typedef {{at: [number, number], facing: [number, number], worth: number, least: number}} Sight to be seen from its front, and from how far at the least
 */

/** Places are tried so far from each other, farther in rooms where that would be more than so many. */
const [GRID_M, MOST_PLACES] = [0.2, 250];
/** One starts where one stands upright. */
const UPRIGHT_M = 1.8;
/** So much about things and open doors stays free. */
const ABOUT_THINGS_M = 0.3;
/** What reaches into this band of heights hides what is behind it. */
const [BAND_LOW_M, BAND_HIGH_M] = [1.2, 2.1];
/** Lower things than a hand's height over the floor are walked on. */
const FLAT_M = 0.15;
const [RAYS, MOST_M] = [72, 7];
/** What is nearer than this stands in the way, and costs so many metres of view. */
const [CLOSE_M, CLOSE_COSTS_M] = [0.9, 2.5];
const WINDOW_WORTH = 0.5;
/** A look into a corner shows two walls in depth, one straight at a wall but that. */
const ASLANT_WORTH = 0.6;
/** Of a thing, and more by the side of a front of a square metre. */
const [THING_WORTH, FRONT_WORTH] = [0.8, 0.4];
/** So far under the horizon a level picture ends, and no farther than this one looks down, radians. */
const [FOOT, MOST_DOWN] = [Math.atan(Math.tan(radians(WALK_FOV_DEG * 500)) * (1 + WALK_RISE)), 0.5];
const WINDOWS = ["window", "double_window", "french_window", "roof_window"];

/** @param {Scene} whole @param {number} room @param {Ground} ground @param {number} aspect of the picture @returns {Walker} */
export const standIn = (whole, room, ground, aspect) => {
  const scene = storeyOf(whole, room);
  const ring = ringOf(scene.rooms[room]?.polygon ?? []);
  const places = placesIn(scene, room, ring, ground);
  const [obstacles, sights] = [obstaclesOf(scene, ring), sightsOf(scene, room, ring)];
  const half = Math.atan(Math.tan(radians(WALK_FOV_DEG * 500)) * aspect);
  const views = places.flatMap((place) => viewsFrom(place, ring, obstacles, sights, half));
  const best = views.reduce((found, view) => (view.score > found.score ? view : found), { x: 0, y: 0, yaw: 0, score: -Infinity, ahead: MOST_M });
  return views.length > 0 ? { x: best.x, y: best.y, yaw: best.yaw, pitch: pitchBefore(best.ahead) } : { ...middleOf(ring), yaw: 0, pitch: 0 };
};

/** Level, but before a wall so near that its foot would not be seen: in a small room one looks down. @param {number} ahead metres */
const pitchBefore = (ahead) => Math.max(-MOST_DOWN, Math.min(0, FOOT - Math.atan(EYE_M / ahead)));

/** The things of the room's level, with their heights over its floor. @param {Scene} scene @param {number} room @returns {Scene} */
const storeyOf = (scene, room) => {
  const { level, floor } = scene.rooms[room];
  const items = scene.items.filter((item) => item.level === level);
  return { ...scene, items: items.map((item) => ({ ...item, at: /** @type {[number, number, number]} */ ([item.at[0], item.at[1], item.at[2] - floor]) })) };
};

/** Where one may stand: rather not close to things and open doors. @param {Scene} scene @param {number} room @param {Ring} ring @param {Ground} ground @returns {number[][]} */
const placesIn = (scene, room, ring, ground) => {
  const ceilingAt = ceilingOf(scene);
  const upright = scene.rooms[room].floor / 1000 + UPRIGHT_M;
  const standing = gridIn(ring).filter(([x, y]) => contains(ring, x, y) && hasRoom(ground, x, y) && ceilingAt(x, y) > upright);
  const free = standing.filter(([x, y]) => !isTaken(scene, x, y));
  return free.length > 0 ? free : standing;
};

/** @param {number[]} place @param {Ring} ring @param {readonly Obstacle[]} obstacles @param {readonly Sight[]} sights @param {number} half of the picture's opening, radians */
const viewsFrom = ([x, y], ring, obstacles, sights, half) => {
  const rays = Array.from({ length: RAYS }, (_, place) => {
    const [dx, dy] = aheadAt((place * 2 * Math.PI) / RAYS);
    const walls = Math.min(reachOf(ring, x, y, dx, dy), MOST_M);
    const met = obstacles.map(({ ring: about, isTall }) => ({ isTall, reach: reachOf(about, x, y, dx, dy) }));
    const open = met.reduce((least, { isTall, reach }) => (isTall ? Math.min(least, reach) : least), walls);
    const isClose = met.some(({ reach }) => reach < CLOSE_M);
    return { open, worth: open - (isClose ? CLOSE_COSTS_M : 0) };
  });
  const along = wayOfLongest(ring);
  const spread = Math.max(1, Math.round((half * RAYS) / (2 * Math.PI)));
  return rays.map((_, middle) => {
    const seen = Array.from({ length: 2 * spread + 1 }, (__, place) => rays[(middle + place - spread + RAYS) % RAYS].worth);
    const yaw = (middle * 2 * Math.PI) / RAYS;
    const shown = sights.reduce((sum, sight) => sum + worthFrom(sight, x, y, yaw, half, rays), 0);
    const aslant = ASLANT_WORTH * Math.abs(Math.sin(2 * (yaw - along)));
    return { x, y, yaw, ahead: rays[middle].open, score: seen.reduce((sum, one) => sum + one, 0) / seen.length + shown + aslant };
  });
};

/** @param {Sight} sight @param {number} x @param {number} y @param {number} yaw @param {number} half @param {readonly {open: number}[]} rays */
const worthFrom = ({ at, facing, worth, least }, x, y, yaw, half, rays) => {
  const [dx, dy] = [at[0] - x, at[1] - y];
  const far = Math.hypot(dx, dy);
  const round = Math.atan2(dx, -dy);
  const aside = Math.abs(((((round - yaw) % (2 * Math.PI)) + 3 * Math.PI) % (2 * Math.PI)) - Math.PI);
  const open = rays[Math.round((round / (2 * Math.PI) + 1) * RAYS) % RAYS].open;
  if (aside > half * 0.9 || far < least || open < far - 0.7) return 0;
  return worth * Math.max(0, -(dx * facing[0] + dy * facing[1]) / far);
};

/** @param {Scene} scene @param {Ring} room @returns {Obstacle[]} */
const obstaclesOf = ({ items, openings }, room) => [
  ...openings.flatMap(leavesOf).map((ring) => ({ ring, isTall: true })),
  ...items.flatMap(({ at: [x, y, z], size: [width, depth, height], turn_mdeg }) => {
    const [low, high] = [z / 1000, (z + height) / 1000];
    if (!contains(room, x / 1000, y / 1000) || high < FLAT_M || low > BAND_HIGH_M) return [];
    return [{ ring: rectangle(x / 1000, y / 1000, radians(turn_mdeg), width / 1000, depth / 1000), isTall: low < EYE_M + 0.3 && high > BAND_LOW_M }];
  }),
];

/** Where a door's leaves stand when it is open. @param {Scene["openings"][number]} opening @returns {Ring[]} */
const leavesOf = (opening) => {
  const carry = carrierOf(opening);
  return opening.leaves.map(({ pivot, swing_mdeg, boxes: [{ at: [u, v], size: [wide, thick] }] }) =>
    [[u, v], [u + wide, v], [u + wide, v + thick], [u, v + thick]].map(([across, back]) => {
      const [x, y] = carry(swung([across, back, 0], pivot, radians(swing_mdeg * WIDE)));
      return /** @type {[number, number]} */ ([x / 1000, y / 1000]);
    }));
};

/** The room's windows, and its things by the area of their fronts. @param {Scene} scene @param {number} room @param {Ring} ring @returns {Sight[]} */
const sightsOf = ({ openings, items }, room, ring) => [
  ...openings.filter(({ kind, rooms }) => WINDOWS.includes(kind) && rooms.includes(room)).map(({ at: [x, y], turn_mdeg, rooms }) => {
    const turn = radians(turn_mdeg);
    const side = rooms[1] === room ? 1 : -1;
    return sight([x, y], [-Math.sin(turn) * side, Math.cos(turn) * side], WINDOW_WORTH, 1);
  }),
  ...items.filter(({ at: [x, y], size }) => contains(ring, x / 1000, y / 1000) && size[2] / 1000 > FLAT_M).map(({ at: [x, y], size: [width, , height], turn_mdeg }) =>
    sight([x, y], [-Math.sin(radians(turn_mdeg)), Math.cos(radians(turn_mdeg))], THING_WORTH + FRONT_WORTH * Math.sqrt((width * height) / 1e6), Math.max(CLOSE_M, EYE_M - height / 1000))),
];

/** @param {number[]} at mm @param {[number, number]} facing @param {number} worth @param {number} least metres @returns {Sight} */
const sight = ([x, y], facing, worth, least) => ({ at: [x / 1000, y / 1000], facing, worth, least });

/** Which way the longest wall runs, as a yaw. @param {Ring} ring */
const wayOfLongest = (ring) => {
  const ways = ring.map(([x, y], place) => [ring[(place + 1) % ring.length][0] - x, ring[(place + 1) % ring.length][1] - y]);
  const [dx, dy] = ways.reduce((longest, way) => (Math.hypot(...way) > Math.hypot(...longest) ? way : longest));
  return Math.atan2(dx, -dy);
};

/** Yaw 0 looks up the page and grows clockwise. @param {number} yaw */
const aheadAt = (yaw) => [Math.sin(yaw), -Math.cos(yaw)];

/** How far one gets from a place until an outline is met; Infinity: it is not. @param {Ring} ring @param {number} x @param {number} y @param {number} dx @param {number} dy */
const reachOf = (ring, x, y, dx, dy) =>
  ring.reduce((least, [ax, ay], place) => {
    const [bx, by] = ring[(place + 1) % ring.length];
    const [ex, ey] = [bx - ax, by - ay];
    const across = dx * ey - dy * ex;
    if (Math.abs(across) < 1e-9) return least;
    const reach = ((ax - x) * ey - (ay - y) * ex) / across;
    const share = ((ax - x) * dy - (ay - y) * dx) / across;
    return reach > 0 && share >= 0 && share <= 1 ? Math.min(least, reach) : least;
  }, Infinity);

/** @param {Ring} ring */
const gridIn = (ring) => {
  const [xs, ys] = [ring.map((point) => point[0]), ring.map((point) => point[1])];
  const [x0, y0, x1, y1] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const step = Math.max(GRID_M, Math.sqrt(((x1 - x0) * (y1 - y0)) / MOST_PLACES));
  const spots = [];
  for (let x = x0 + step / 2; x < x1; x += step) {
    for (let y = y0 + step / 2; y < y1; y += step) spots.push([x, y]);
  }
  return spots;
};

/** Is a thing or an open door in the way? @param {Scene} scene @param {number} x @param {number} y */
const isTaken = ({ items, openings }, x, y) =>
  openings.flatMap(leavesOf).some((leaf) => leaf.some(([px, py]) => Math.hypot(px - x, py - y) < ABOUT_THINGS_M)) ||
  items.some(({ at, size: [width, depth, height], turn_mdeg }) => {
    const about = rectangle(at[0] / 1000, at[1] / 1000, radians(turn_mdeg), width / 1000 + ABOUT_THINGS_M, depth / 1000 + ABOUT_THINGS_M);
    return height / 1000 > FLAT_M && contains(about, x, y);
  });

/** @param {Ring} ring */
const middleOf = (ring) => ({ x: mean(ring.map((point) => point[0])), y: mean(ring.map((point) => point[1])) });

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
