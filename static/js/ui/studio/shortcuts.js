/** Keys that work from wherever one is: Escape puts down what is in hand, Alt with a digit opens a tool's panel, Ctrl with a letter does what it does elsewhere. */

import { pathOf } from "#model/selection.js";
import { openCommandBox } from "#ui/studio/command_box.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */

/** In the plan, not in a field: what each key does. @type {Record<string, (studio: Studio) => void>} */
const WITH_CTRL = {
  z: ({ store }) => store.undo(),
  y: ({ store }) => store.redo(),
  "shift z": ({ store }) => store.redo(),
  a: ({ arranging }) => arranging.selectAll(),
  "shift a": ({ arranging }) => arranging.selectLevel(),
  c: ({ arranging }) => arranging.copy(),
  v: ({ arranging }) => arranging.canPaste && arranging.paste(),
  d: ({ arranging }) => arranging.duplicate(),
  g: ({ arranging }) => arranging.group(),
  "shift g": ({ arranging }) => arranging.ungroup(),
};

/** A modifier keeps these from anyone who speaks or types words; the digits are the keyboard's row, whatever the layout. @param {Studio} studio */
export function listenForShortcuts(studio) {
  const named = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[aria-keyshortcuts]")]);
  const byKeys = new Map(named.map((element) => [element.getAttribute("aria-keyshortcuts"), element]));
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && !event.defaultPrevented) return putDown(studio, event);
    if (event.ctrlKey || event.metaKey) return pressWithCtrl(studio, event);
    if (!event.altKey || event.shiftKey) return;
    const element = byKeys.get(`Alt+${event.code.replace("Digit", "")}`);
    if (!element) return;
    event.preventDefault();
    if (element.dataset.panel) studio.enterPanel(element.dataset.panel);
    else element.click();
  });
}

/** One step back in what the tool does, else the tool itself; a field has an Escape of its own. @param {Studio} studio @param {KeyboardEvent} event */
function putDown({ planView, selection }, event) {
  if (document.getElementById("inspector")?.contains(/** @type {Node} */ (event.target))) return leaveInspector(planView, selection, event);
  if (isTyping(event) || planView.choice.name === "select") return;
  event.preventDefault();
  if (!planView.tool.back?.()) planView.setTool({ name: "select" });
}

/** What is typed and not yet taken goes first, then one is back at the thing itself. @param {Studio["planView"]} view @param {Studio["selection"]} selection @param {KeyboardEvent} event */
function leaveInspector(view, { current }, event) {
  event.preventDefault();
  const { target } = event;
  if (target instanceof HTMLInputElement && target.value !== target.defaultValue) target.value = target.defaultValue;
  else (current && view.elementOf(pathOf(current)) || view.root).focus({ preventScroll: true });
}

/** @param {KeyboardEvent} event */
const isTyping = ({ target }) => target instanceof Element && target.matches("input, select, textarea");

/** @param {Studio} studio @param {KeyboardEvent} event */
function pressWithCtrl(studio, event) {
  const key = `${event.shiftKey ? "shift " : ""}${event.key.toLowerCase()}`;
  const isReading = key === "c" && String(getSelection());
  const act = key === "k" ? openCommandBox : studio.mayEdit && !isTyping(event) && !isReading ? WITH_CTRL[key] : undefined;
  if (!act || event.altKey) return;
  event.preventDefault();
  act(studio);
}
