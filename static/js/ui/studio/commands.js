/** All that the studio can do and holds, as lines to find by words: actions, elements, kinds, products, paints. */

import { words } from "#colour/letters.js";
import { search, stem } from "#colour/search.js";
import { isCalled } from "#model/kind_search.js";
import { pathOf } from "#model/selection.js";
import { placeFreely, placeSetFreely } from "#ui/studio/placing.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */
/** @typedef {{group: string, words: string, also?: string, colour?: string, isCalled?: boolean, kind?: any, press: () => void}} Command `isCalled`: just what was typed; `kind`: of a thing, drawn beside its name */

const MOST_OF_A_GROUP = 8;
const SHORTEST_STEM = 3;
/** What stands on the page at all times, and is seen just now. */
const CONTROLS = [".tools", ".bar", ".variants", ".views-area"].map((part) => `#studio > ${part} :is(button, a[href])`);

/** Those that answer all the words, best first; the products are asked for apart. @param {Studio} studio @param {string} text @returns {Command[]} */
export function commandsFor(studio, text) {
  const sought = words(text).map((word) => (word.length > SHORTEST_STEM ? stem(word) : word));
  const fitting = [...actsOf(studio), ...elementsOf(studio), ...setsOf(studio)].map((command) => ({ command, rank: rank(command, sought) }));
  const found = fitting.filter(({ rank }) => rank > 0).sort((one, other) => other.rank - one.rank).map(({ command }) => command);
  const kinds = sought.length ? kindsOf(studio, text) : [];
  const first = kinds.some(({ isCalled }) => isCalled) ? kinds : [];
  return [...first, ...few(found, "in_acts"), ...few(found, "in_plan"), ...few(found, "in_sets"), ...(first.length ? [] : kinds), ...(sought.length ? paintsOf(studio, text) : [])];
}

/** Those of the store's products that answer; none without a network. @param {Studio} studio @param {string} text @returns {Promise<Command[]>} */
export async function productsFor(studio, text) {
  if (!studio.products || !text.trim()) return [];
  try {
    const response = await fetch(`${studio.products.find}?${new URLSearchParams({ q: text.trim() })}`);
    const { products, date } = response.ok ? await response.json() : { products: [], date: "" };
    return products.filter((/** @type {any} */ { kind }) => studio.kinds.has(kind ?? "")).slice(0, MOST_OF_A_GROUP).map((/** @type {any} */ product) => productCommand(studio, product, date));
  } catch {
    return [];
  }
}

/** @param {Command[]} commands @param {string} group */
const few = (commands, group) => commands.filter((command) => command.group === group).slice(0, MOST_OF_A_GROUP);

/** What the page's buttons do, and those of the panels and of what is selected, shown or not. @param {Studio} studio @returns {Command[]} */
function actsOf(studio) {
  const onPage = /** @type {HTMLElement[]} */ (CONTROLS.flatMap((part) => [...document.querySelectorAll(part)]).filter((control) => control.checkVisibility()));
  const inPanels = studio.offered().flatMap((part) => (part instanceof Element ? /** @type {HTMLElement[]} */ ([...part.querySelectorAll(":scope button, :scope a[href]")]) : []));
  const arranging = studio.mayEdit ? arrangingOf(studio) : [];
  const acts = [...inPanels, ...onPage].filter((control) => !control.matches("[disabled], #find, .row, .grip, .swatch")).map((control) => ({ group: "in_acts", words: nameOf(control), press: () => control.click() }));
  return [...new Map([...acts, ...arranging].map((act) => [act.words, act])).values()].filter((act) => act.words);
}

/** @param {Studio} studio @returns {Command[]} */
function arrangingOf({ t, arranging }) {
  const act = (/** @type {string} */ name, /** @type {() => void} */ press) => ({ group: "in_acts", words: t(`arranging.${name}`), press });
  return [
    act("all", () => arranging.selectAll()),
    act("all_of_level", () => arranging.selectLevel()),
    act("choose_more", () => arranging.chooseMore()),
    ...(arranging.ids.length || arranging.isMixed ? [act("copy", () => arranging.copy())] : []),
    ...(arranging.canPaste ? [act("paste", () => arranging.paste())] : []),
  ];
}

/** What it is called when it is read out, without sizes. @param {HTMLElement} control */
const nameOf = (control) => {
  const spoken = control.querySelector(".card-name, .long, span:not([aria-hidden])") ?? control;
  return (control.getAttribute("aria-label") ?? spoken.textContent ?? "").trim().replace(/\s+/g, " ");
};

/** Rooms, walls, openings and things of this level, as the list of the plan has them. @param {Studio} studio @returns {Command[]} */
const elementsOf = (studio) =>
  studio.listed().flatMap((part) => (part instanceof Element ? /** @type {HTMLElement[]} */ ([...part.querySelectorAll("button.row")]) : []))
    .map((row) => ({ group: "in_plan", words: [row.querySelector("span")?.firstChild, row.querySelector(".small"), row.querySelector(".number")].map((part) => part?.textContent).filter(Boolean).join(" · "), press: () => row.click() }));

/** @param {Studio} studio @returns {Command[]} */
const setsOf = (studio) =>
  (studio.sets?.all ?? []).map((set) => ({ group: "in_sets", words: set.name[studio.language], press: () => void placeSetFreely(studio, set) }));

/** @param {Studio} studio @param {string} text @returns {Command[]} */
const kindsOf = (studio, text) =>
  !studio.mayEdit ? [] : studio.kinds.find(text).slice(0, MOST_OF_A_GROUP).map((kind) => ({ group: "in_kinds", words: studio.kindName(kind), also: studio.format.size(kind.size), kind, isCalled: isCalled(kind, text), press: () => place(studio, kind) }));

/** @param {Studio} studio @param {string} text @returns {Command[]} */
const paintsOf = (studio, text) =>
  !studio.mayEdit ? [] : search(studio.deck, text, MOST_OF_A_GROUP).map((paint) => ({ group: "in_paints", words: paint.name[studio.language], also: paint.code, colour: paint.hex, press: () => studio.paintWith(paint.code) }));

/** @param {Studio} studio @param {any} product @param {string} date of its price @returns {Command} */
function productCommand(studio, { kind, sku, ean, name, size, price_gr }, date) {
  const kept = { sku, ean, name: name[studio.language], size, price_gr, date };
  return { group: "in_products", words: kept.name, also: studio.format.money(price_gr), kind: { ...studio.kinds.get(kind), size }, press: () => place(studio, studio.kinds.get(kind), kept) };
}

/** By a free wall; where none is free, it is said and a kind is taken in hand. @param {Studio} studio @param {any} kind @param {any} [product] */
function place(studio, kind, product) {
  if (placeFreely(studio, kind, product)) return holdPlaced(studio, product?.name ?? studio.kindName(kind));
  if (product) return;
  studio.takeTool({ name: "item", kind });
  studio.planView.hint("studio.no_free_place_in_hand", { thing: studio.kindName(kind) });
}

/** Keys go on with what they have put there. @param {Studio} studio @param {string} thing */
function holdPlaced({ planView: view, selection }, thing) {
  if (!selection.current || !view.root.checkVisibility()) return;
  view.elementOf(pathOf(selection.current))?.focus({ preventScroll: true });
  view.hint("studio.placed_moving", { thing });
}

/** How well a command answers: 0 when one of the words is not in it; most when it begins with them. @param {Command} command @param {string[]} sought */
function rank(command, sought) {
  const held = words(command.words);
  if (!sought.every((word) => held.some((other) => other.startsWith(word)))) return 0;
  return sought.length && held[0]?.startsWith(sought[0]) ? 2 : 1;
}
