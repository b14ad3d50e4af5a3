/**
 * How a thing is drawn: its symbol in the plan and its view from the front, as paths painted in order.
 * A plan symbol lies in the thing's own frame (x right, y down), which is the frame of SVG; a front view has y = -z.
 * The twin is rooms/things/symbol.py.
 */

import { drawn, STROKES } from "#model/entries.js";
import { Stretch } from "#model/forms.js";
import { nearest, scopeOf } from "#model/kinds.js";
import { outlined, partsOf } from "#model/parts.js";
import { FRONT, polygon, rectangle, ringPath, seen, TOP } from "#plan/view.js";

/**
 * @typedef {import("#model/kinds.js").Kind} Kind
 * @typedef {import("#model/forms.js").Part} Part
 * @typedef {import("#plan/view.js").Way} Way
 * @typedef {typeof TOP} View
 * @typedef {readonly [number, number, number]} Size
 * @typedef {{d: string, weight: "outline" | "detail" | "hidden", fill: "paper" | "shade" | "ink" | null}} Stroke a path in whole mm
 */

const SHADED = new Set(["glass", "mirror", "screen", "black", "water"]);

/** The plan symbol in the thing's own frame: x right, y down, mm. @param {Kind} kind @param {Size} size */
export const symbolOf = (kind, size) => strokes(kind, size, kind.symbol, TOP);

/** The view from the front: x right, y = -z, mm, the underside on y = 0. @param {Kind} kind @param {Size} size */
export const elevationSymbolOf = (kind, size) => strokes(kind, size, kind.front, FRONT);

/** @param {Kind} kind @param {Size} size @param {any[]} entries @param {View} view @returns {Stroke[]} */
function strokes(kind, size, entries, view) {
  const built = nearest(kind, size);
  const stretch = new Stretch(built, [size[0], size[1], size[2]]);
  return drawn(entries, STROKES, scopeOf(kind, built), `kinds/${kind.name}/${view.name}`).flatMap(({ word, fields }) => {
    if (word === "parts") return partStrokes(kind, size, view);
    const way = WAYS[word](fields).map((command) => view.stretched(command, stretch));
    return [{ d: written(view.placed(way)), weight: fields.weight, fill: fields.fill ?? null }];
  });
}

/** The far parts first, so that near ones cover what they hide. @param {Kind} kind @param {Size} size @param {View} view @returns {Stroke[]} */
function partStrokes(kind, size, view) {
  const parts = partsOf(kind, size).map((part) => ({ part, nearness: view.nearness(part) }));
  parts.sort((one, other) => one.nearness - other.nearness);
  return parts.flatMap(({ part }) => {
    const fill = SHADED.has(part.material) ? "shade" : "paper";
    return seen(part, view).map((way, place) =>
      /** @type {Stroke} */ ({ d: written(way), weight: place === 0 ? weightOf(part, size, view) : "detail", fill: place === 0 ? fill : null }),
    );
  });
}

/** Outline for a part that covers most of the view. @param {Part} part @param {Size} size @param {View} view */
function weightOf(part, size, view) {
  const [[left, low], [right, high]] = view.bounds(part);
  return 2 * (right - left) * (high - low) >= size[view.across] * size[view.along] ? "outline" : "detail";
}

/** @param {Way} way */
const written = (way) => way.map((command) => command.join(" ")).join(" ");

/** @type {Record<string, (fields: any) => Way>} */
const WAYS = {
  rect: ({ at: [x, y], size: [width, height], round }) => rectangle(x, y, x + width, y + height, round),
  circle: ({ at: [x, y], radius }) => ringPath(x, y, radius, radius),
  ellipse: ({ at: [x, y], radii: [alongX, alongY] }) => ringPath(x, y, alongX, alongY),
  line: ({ points }) => polygon(points, false),
  outline: ({ points }) => polygon(outlined(points), true),
  path: ({ d }) => d.map(command),
};

/** An arc is written ["A", radius x, radius y, large, sweep, x, y]: ellipses here are never turned. @param {any[]} written */
function command(written) {
  if (written[0] !== "A") return written;
  const [letter, alongX, alongY, large, sweep, x, y] = written;
  return [letter, alongX, alongY, 0, large, sweep, x, y];
}
