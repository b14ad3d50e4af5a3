/** The tools below the photo, what each is for, and the brush's width. */

import { el, icon } from "#ui/dom.js";

const TOOLS = { tap: "paint-roller", keep: "lock", brush: "brush", eraser: "eraser", line: "slash" };
const WIDTHS = /** @type {const} */ (["thin", "middle", "thick"]);

/** @param {HTMLElement} root @param {import("#ui/photo/painter.js").Painter} painter */
export function tools(root, painter) {
  const { t, stage } = painter;
  const hint = el("p", { class: "painter-hint", role: "status" });
  const buttons = Object.entries(TOOLS).map(([name, symbol]) =>
    el("button", { type: "button", class: "painter-tool", "data-tool": name, "aria-pressed": "false", onclick: () => painter.use(name) }, icon(symbol), el("span", {}, t(`photos.tool_${name}`))));
  const widths = el("div", { class: "photo-widths", role: "group", "aria-label": t("photos.width"), hidden: true }, ...WIDTHS.map((width) =>
    el("button", { type: "button", class: "tab", "data-width": width, "aria-pressed": "false", onclick: () => ((stage.brush = width), show()) }, t(`photos.width_${width}`))));
  stage.root.append(widths);
  root.replaceChildren(hint, el("div", { class: "painter-toolbar", role: "group", "aria-label": t("photos.tools"), hidden: !painter.mayEdit }, ...buttons));
  painter.addEventListener("change", show);
  stage.addEventListener("said", (event) => (hint.textContent = /** @type {CustomEvent} */ (event).detail));
  show();

  function show() {
    const words = t(`photos.${hintOf(painter)}`);
    if (hint.textContent !== words) hint.textContent = words;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.tool === stage.tool));
    widths.hidden = painter.isCompared || !["brush", "eraser"].includes(stage.tool);
    for (const button of widths.children) button.setAttribute("aria-pressed", String(button.getAttribute("data-width") === stage.brush));
  }
}

/** @param {import("#ui/photo/painter.js").Painter} painter */
function hintOf({ mayEdit, photoId, stage, wall, isDoubtful }) {
  if (!mayEdit) return "only_looking";
  if (!photoId) return "none_left";
  if (stage.tool !== "tap") return `hint_${stage.tool}`;
  if (!wall || isDoubtful) return "hint_first";
  return wall.paint ? "hint_tap" : "hint_colour";
}
