/** The layers of a wall's drawing: what is drawn of the wall, of its neighbours, and of what is selected on it. */

import { isNiche } from "#geometry/niches.js";
import { entity } from "#model/plan.js";
import { pathOf } from "#model/selection.js";
import { cutWidth, ground, paintOn, section, shapeOf } from "#plan/elevation/ground.js";
import { handlesOf } from "#plan/elevation/handles.js";
import { itemFront, pointDashes } from "#plan/elevation/item_fronts.js";
import { measures, pointHeights } from "#plan/elevation/measures.js";
import { openingFront } from "#plan/elevation/opening_fronts.js";
import { line, svg } from "#plan/svg.js";

/**
 * @typedef {import("#model/unfolded.js").UnfoldedWall} UnfoldedWall
 * @typedef {import("#model/unfolded.js").Strip} Strip
 */

const LAYERS = ["beside", "ground", "openings", "items", "points", "section", "chosen", "measures", "handles", "guides"];

/** A window within a niche is drawn over it. @param {import("#model/unfolded.js").Aperture} one @param {import("#model/unfolded.js").Aperture} other */
const nichesFirst = (one, other) => Number(isNiche(other.opening)) - Number(isNiche(one.opening));

export class WallPicture {
  /** @type {Map<string, {item: any, element: Element}>} */ #items = new Map();

  /** @param {import("#plan/elevation/walls_view.js").WallsView} view @param {SVGSVGElement} root */
  constructor(view, root) {
    this.view = view;
    this.root = root;
    /** @type {Record<string, Element>} */
    this.layers = Object.fromEntries(LAYERS.map((name) => [name, svg("g", { class: `layer-${name}` })]));
    root.append(...Object.values(this.layers));
  }

  /** Everything anew. */
  redraw() {
    const { wall, tools: { paintOf } } = this.view;
    if (!wall) return this.#clear();
    this.redrawGround();
    this.#keepingFocus(() => this.layers.openings.replaceChildren(...wall.apertures.toSorted(nichesFirst).map((one) => openingFront(one, this.#openingName(one), paintOn(wall, one.finish, paintOf)))));
    this.#items.clear();
    this.redrawItems();
    this.layers.section.replaceChildren(...section(wall, this.#besides));
    this.redrawBeside();
    this.redrawSelection();
  }

  /** The face and what covers it. */
  redrawGround() {
    const { wall, coverName, tools: { paintOf, t, length } } = this.view;
    if (!wall) return;
    const nameOf = (/** @type {Strip} */ { z_from, z_to, finish }) =>
      t("walls.strip_is", { from: length(z_from), to: length(z_to), what: coverName(finish ? entity(wall.document, "finishes", finish) : null) });
    this.#keepingFocus(() => this.layers.ground.replaceChildren(...ground(wall, paintOf, nameOf)));
  }

  /** Only items whose fields changed are drawn; the rest stays in the page as it is. */
  redrawItems() {
    const { wall, tools: { kinds, bodyOf } } = this.view;
    if (!wall) return;
    const standing = wall.standing;
    const shown = new Map(standing.map((one) => {
      const held = this.#items.get(one.item.id);
      const element = held && held.item === one.item ? held.element : itemFront(one, wall, kinds, this.#itemName(one), bodyOf?.(one.item) ?? null);
      return [one.item.id, { item: one.item, element }];
    }));
    this.#items = shown;
    this.#keepingFocus(() => this.layers.items.replaceChildren(...[...shown.values()].map(({ element }) => element)));
    this.redrawPoints();
  }

  /** Points that something hides, and how high each is. */
  redrawPoints() {
    const { wall, tools: { kinds } } = this.view;
    this.layers.points.replaceChildren(...(wall?.standing ?? []).flatMap((one) => pointDashes(one, /** @type {UnfoldedWall} */ (wall), kinds)), ...pointHeights(this.view));
  }

  /** The neighbours, pale, without what stands before them: cut by the page's edge it would look like waste. */
  redrawBeside() {
    const { wall, tools: { paintOf, t } } = this.view;
    const { before, after } = this.#besides;
    if (!wall || before === wall) return this.layers.beside.replaceChildren();
    const drawn = (/** @type {UnfoldedWall} */ one, /** @type {number} */ x, /** @type {number} */ step) =>
      svg("g", { class: "beside", transform: `translate(${x} 0)`, "data-go": step, "aria-hidden": "true" },
        svg("title", {}, t("walls.wall", { letter: one.letter })),
        ...ground(one, paintOf), ...one.apertures.map((aperture) => openingFront(aperture, null, paintOn(one, aperture.finish, paintOf))));
    this.layers.beside.replaceChildren(
      drawn(before, -before.width_mm - cutWidth(before), -1),
      ...(after === before ? [] : [drawn(after, wall.width_mm + cutWidth(after), 1)]));
  }

  /** What is selected, with its measures and handles. */
  redrawSelection() {
    const { selection } = this.view.tools;
    for (const element of this.root.querySelectorAll(".is-selected")) element.classList.remove("is-selected");
    for (const target of selection.all) if (target.collection !== "walls") this.root.querySelector(`[data-key="${CSS.escape(pathOf(target))}"]`)?.classList.add("is-selected");
    this.layers.chosen.replaceChildren(...this.#frames());
    this.redrawMarks();
  }

  /** Measures and handles, which keep their size on the screen. */
  redrawMarks() {
    this.layers.measures.replaceChildren(...measures(this.view));
    this.#keepingFocus(() => this.layers.handles.replaceChildren(...handlesOf(this.view)));
  }

  /** Lines where a moved thing stopped, and heights told beside the wall. @param {{x?: number | null, z?: number | null}} stopped @param {number[]} [heights] */
  guide({ x = null, z = null }, heights = []) {
    const { wall, letterMm: px } = this.view;
    if (!wall) return;
    const [width, top] = [wall.width_mm, wall.highest_mm];
    this.layers.guides.replaceChildren(
      ...(x === null ? [] : [svg("path", { d: line([[x, 20 * px], [x, -top - 20 * px]]), class: "guide" })]),
      ...(z === null ? [] : [svg("path", { d: line([[-20 * px, -z], [width + 20 * px, -z]]), class: "guide" })]),
      ...heights.map((height) => svg("text", { x: 8 * px, y: -height - 5 * px, "font-size": 14 * px, class: "measure-text is-beside" }, this.#heightName(height))));
  }

  /** @param {number} z */
  #heightName(z) {
    const { wall, tools: { t, length } } = this.view;
    if (z === 0) return t("walls.at_floor", { z: length(z) });
    return z === wall?.highest_mm ? t("walls.at_ceiling", { z: length(z) }) : length(z);
  }

  /** The picture follows a finger that wipes. @param {number} px */
  slide(px) {
    const by = px * this.view.viewport.mmPerPx;
    for (const layer of Object.values(this.layers)) by ? layer.setAttribute("transform", `translate(${by} 0)`) : layer.removeAttribute("transform");
  }

  #clear() {
    for (const layer of Object.values(this.layers)) layer.replaceChildren();
  }

  get #besides() {
    const { wall, walls } = this.view;
    const place = wall ? walls.indexOf(wall) : 0;
    return { before: walls[(place + walls.length - 1) % walls.length], after: walls[(place + 1) % walls.length] };
  }

  #frames() {
    const { selection } = this.view.tools;
    if (this.view.strip) return [svg("path", { d: shapeOf(this.view.strip), class: "strip-frame" })];
    const items = this.view.placed.filter(({ key }) => key.startsWith("items/") && selection.has(key));
    return items.map(({ left, right, low, high }) => svg("rect", { x: left, y: -high, width: right - left, height: high - low, class: "frame-line" }));
  }

  /** @param {import("#model/unfolded.js").Standing} one */
  #itemName({ item, left, low }) {
    const { t, itemName, length } = this.view.tools;
    return t("walls.item_is", { name: itemName(item), left: length(left), floor: length(low) });
  }

  /** @param {import("#model/unfolded.js").Aperture} one */
  #openingName({ opening, left }) {
    const { t, length } = this.view.tools;
    return t("walls.opening_is", { name: t(`plan.kind_${opening.kind}`), width: length(opening.width), left: length(left) });
  }

  /** What had the focus has it again, though it was drawn anew. @param {() => void} draw */
  #keepingFocus(draw) {
    const held = /** @type {SVGElement | null} */ (document.activeElement);
    const { key, handle } = this.root.contains(held) && held !== this.root ? (held?.dataset ?? {}) : {};
    draw();
    const name = handle ? `[data-handle="${CSS.escape(handle)}"]` : key ? `[data-key="${CSS.escape(key)}"]` : null;
    if (name && !this.root.contains(held)) (/** @type {SVGElement | null} */ (this.root.querySelector(name)) ?? this.root).focus({ preventScroll: true });
  }
}
