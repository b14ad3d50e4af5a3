/** Another version of the plan, dashed: what stands elsewhere, otherwise or no longer in the one that is shown; and, bold, the things that stand in it alone, crossed out where the other version comes after it. */

import { same } from "#core/same.js";
import { footprint } from "#geometry/footprint.js";
import { nichesOf } from "#geometry/niches.js";
import { openingSpan, solids } from "#geometry/walls.js";
import { entities, entity, itemsOf } from "#model/plan.js";
import { transformOf } from "#plan/item_marks.js";
import { openingMarks, slabAlong } from "#plan/opening_marks.js";
import { ring, svg } from "#plan/svg.js";
import { symbolOf } from "#plan/symbol.js";

/** @typedef {import("#core/log.js").Document} Document */

/** @param {Document} other @param {Document} shown @param {string} level @param {import("#model/kinds.js").Kinds} kinds @param {readonly string[] | null} [paths] those entities alone @returns {SVGElement[]} */
export function dashed(other, shown, level, kinds, paths = null) {
  const found = solids(other, level);
  const isOther = (/** @type {string} */ collection, /** @type {string} */ id) => !same(entity(other, collection, id), entity(shown, collection, id));
  const walls = [...found].filter(([id]) => isOther("walls", id)).map(([id, { polygon }]) => mark(`walls/${id}`, [svg("path", { d: ring(polygon) })]));
  const openings = entities(other, "openings")
    .filter((opening) => found.has(opening.wall) && (isOther("openings", opening.id) || isOther("walls", opening.wall)))
    .map((opening) => mark(`openings/${opening.id}`, marksOf(opening, other, found)));
  const items = itemsOf(other, level).filter(({ id }) => isOther("items", id)).map((item) => mark(`items/${item.id}`, [symbol(item, kinds)]));
  const blocks = entities(other, "solids").filter(({ id, level: on }) => on === level && isOther("solids", id)).map(({ id, at, size, turn_mdeg }) =>
    mark(`solids/${id}`, [svg("path", { d: ring(found.get(id)?.polygon ?? footprint({ at, turn_mdeg, size: [...size, 0] })) })]));
  const added = itemsOf(shown, level).filter(({ id }) => !entity(other, "items", id)).map((item) => mark(`items/${item.id}`, [symbol(item, kinds), cross(item)], "old is-new"));
  const isWanted = (/** @type {SVGElement} */ { dataset }) => !paths || paths.includes(dataset.old ?? "");
  return [...walls, ...openings, ...blocks, ...items, ...added].filter(isWanted);
}

/** @param {string} path @param {SVGElement[]} drawn @param {string} [look] */
const mark = (path, drawn, look = "old") => svg("g", { class: look, "data-old": path }, ...drawn);

/** @param {any} opening @param {Document} document @param {Map<string, any>} found @returns {SVGElement[]} */
function marksOf(opening, document, found) {
  const wall = /** @type {any} */ (entity(document, "walls", opening.wall));
  const span = openingSpan(wall, opening);
  return span ? openingMarks(opening, found.get(opening.wall), slabAlong(wall, opening, nichesOf(document, wall.id)), span) : [];
}

/** What stands no longer in a later version. @param {any} item */
function cross(item) {
  const [w, d] = item.size;
  return svg("path", { class: "gone", d: `M${-w / 2} ${-d / 2}L${w / 2} ${d / 2}M${w / 2} ${-d / 2}L${-w / 2} ${d / 2}`, transform: transformOf(item) });
}

/** The outlines of an item's symbol alone. @param {any} item @param {import("#model/kinds.js").Kinds} kinds */
function symbol(item, kinds) {
  const [w, d] = item.size;
  const box = `M${-w / 2} ${-d / 2}h${w}v${d}h${-w}z`;
  const outlines = kinds.has(item.kind) ? symbolOf(kinds.get(item.kind), item.size).filter((/** @type {any} */ stroke) => stroke.weight === "outline") : [];
  const paths = outlines.length ? outlines.map((/** @type {any} */ stroke) => stroke.d) : [box];
  return svg("g", { transform: transformOf(item) }, ...paths.map((d) => svg("path", { d })));
}
