// Pomaluj zdjęcie: puts the painter, its tools and its panel together.

import { readDeck } from "#colour/deck.js";
import { mayRedo, mayUndo } from "#photo/marks.js";
import { byId, el } from "#ui/dom.js";
import { coloursPanel } from "#ui/panels/colours_panel.js";
import { nextSteps } from "#ui/photo/next_steps.js";
import { oldPaint } from "#ui/photo/old_paint.js";
import { Painter } from "#ui/photo/painter.js";
import { photoTabs } from "#ui/photo/photo_tabs.js";
import { renew } from "#ui/photo/renewing.js";
import { tools } from "#ui/photo/tools.js";
import { PhotoSchemes } from "#ui/photo/photo_schemes.js";
import { wallBar } from "#ui/photo/wall_bar.js";
import { swatches } from "#ui/swatches.js";
import { pageData, wordsOf } from "#ui/words.js";

const LATE_MS = 300;
const AT_HAND = 36;

const boot = pageData("boot");
const language = /** @type {"pl" | "en"} */ (document.documentElement.lang);
const t = wordsOf(pageData("words"), language);
const deck = readDeck(await (await fetch(boot.deck)).json());
const suggested = boot.suggested.map((/** @type {string} */ code) => deck.get(code)).filter(Boolean);
const painter = new Painter(boot, { t, language, deck });
const studio = /** @type {any} */ ({ t, deck, language, suggested, samples: null });

const walls = el("div", { class: "panel-part" });
const old = el("div", { class: "panel-part", "aria-live": "polite" });
const own = el("div", { class: "panel-part" });
const colours = el("details", { class: "panel-part painter-colours" });
const steps = el("div", { class: "panel-part" });
const stepsNow = nextSteps(painter);
const badge = el("p", { class: "photo-badge", role: "status" });
const working = el("p", { class: "photo-working", role: "status" });
/** The codes at hand: they keep their places under the finger. @type {string[]} */
const row = [...new Set([...boot.paints, ...boot.suggested])].filter((code) => deck.get(code));
let late = 0;
/** @type {string | null} */ let shownId = null;

const schemes = new PhotoSchemes(painter);

byId("panel").append(walls, own, old, schemes.root, ...(painter.mayEdit ? [colours] : []), steps);
byId("stage").append(badge, working, byId("compare"));
photoTabs(byId("tabs"), painter);
tools(byId("tools"), painter);
for (const id of ["undo", "redo"]) byId(id).hidden = !painter.mayEdit;
byId("undo").addEventListener("click", () => painter.undo());
byId("redo").addEventListener("click", () => painter.redo());
byId("compare").addEventListener("click", () => painter.compare(!painter.isCompared));
document.addEventListener("keydown", undoByKeys);
painter.addEventListener("change", show);
showColours();
painter.open(new URLSearchParams(location.search).get("photo"));
document.documentElement.dataset.ready = "true";

function show() {
  const { state, outbox, isCompared } = painter;
  /** @type {HTMLButtonElement} */ (byId("undo")).disabled = !mayUndo(state);
  /** @type {HTMLButtonElement} */ (byId("redo")).disabled = !mayRedo(state);
  byId("compare").setAttribute("aria-pressed", String(isCompared));
  byId("compare").hidden = !outbox || !(isCompared || painter.walls.some(({ paint }) => paint));
  renewWalls();
  renew(old, oldPaint(painter));
  renewRow();
  renew(steps, stepsNow());
  if (colours.dataset.old !== String(painter.choosesOld)) showColours();
  tell(byId("saved"), !outbox || !painter.mayEdit ? "" : t(outbox.isOffline ? "photos.waits" : outbox.waits ? "photos.saving" : "photos.saved"));
  tell(badge, painter.isApproximate ? t("photos.approximate") : "");
  showWork();
  beginAgain();
}

/** The wall in hand is in sight, however many there are. */
function renewWalls() {
  renew(walls, wallBar(painter));
  const tabs = walls.querySelector(".wall-tabs");
  const held = /** @type {HTMLElement | null} */ (tabs?.querySelector("[aria-pressed=true]"));
  if (tabs && held) tabs.scrollTo(held.offsetLeft + held.offsetWidth / 2 - tabs.clientWidth / 2, 0);
}

/** Where the row was pulled to it stays. */
function renewRow() {
  const pulled = own.querySelector(".swatch-row")?.scrollLeft ?? 0;
  renew(own, atHand());
  own.querySelector(".swatch-row")?.scrollTo(pulled, 0);
}

/** Another photo is looked at from its beginning. */
function beginAgain() {
  if (shownId !== painter.photoId) byId("panel").scrollTop = 0;
  shownId = painter.photoId;
}

/** A picture that is late says so; one that cannot come leaves the last one standing. */
function showWork() {
  const { outbox, picture } = painter;
  const isOffline = outbox?.isOffline || !navigator.onLine;
  if (isOffline) return tell(working, t("photos.offline"));
  clearTimeout(late);
  if (outbox?.waits || picture.isLate) late = window.setTimeout(() => tell(working, t("photos.working")), LATE_MS);
  else tell(working, "");
}

/** The paints at hand: those that the project has already, and a small spread of the deck. */
function atHand() {
  if (painter.choosesOld || !painter.mayEdit || !painter.photoId) return [];
  for (const code of painter.ownPaints) if (!row.includes(code) && deck.get(code)) row.unshift(code);
  const cells = swatches(studio, row.slice(0, AT_HAND).map((code) => deck.get(code)), (code) => painter.paint(code), { label: t("photos.colour"), chosen: painter.wall?.paint ?? null });
  cells.classList.add("swatch-row");
  const chosen = painter.wall?.paint ? deck.get(painter.wall.paint) : null;
  return [el("h2", {}, t("photos.colour"), chosen ? el("span", { class: "chosen-paint" }, `${chosen.name[language]}, ${chosen.code}`) : null), cells];
}

/** The whole deck: for the wall's new colour, or for what it was. */
function showColours() {
  const { choosesOld } = painter;
  if (choosesOld || colours.dataset.old === "true") colours.open = choosesOld;
  colours.dataset.old = String(choosesOld);
  if (choosesOld) colours.scrollIntoView({ block: "nearest" });
  const title = t(choosesOld ? "photos.old" : "photos.whole_deck");
  const choose = (/** @type {string} */ code) => (painter.choosesOld ? painter.tellOld({ way: "paint", code }) : painter.paint(code));
  const [, , ...parts] = coloursPanel(studio, { title, choose });
  colours.replaceChildren(el("summary", {}, title), el("div", { class: "panel-body" }, ...parts.filter((part) => part !== null),
    choosesOld ? el("button", { type: "button", class: "button", onclick: () => painter.chooseOld(false) }, t("shell.cancel")) : ""));
}

/** @param {KeyboardEvent} event */
function undoByKeys(event) {
  const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (isField || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) painter.undo();
  else if (key === "y" || key === "z") painter.redo();
  else return;
  event.preventDefault();
}

/** @param {HTMLElement} element @param {string} words */
function tell(element, words) {
  if (element.textContent !== words) element.textContent = words;
  element.hidden = !words && element !== byId("saved");
}
