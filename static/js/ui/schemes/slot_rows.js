/** The colours of the scheme that was taken: each can be locked against other proposals, on a plan also replaced from the deck. */

import { el, icon } from "#ui/dom.js";
import { choiceField } from "#ui/fields.js";

/** @typedef {import("#ui/schemes/asking.js").Slot} Slot */
/** @typedef {import("#ui/schemes/cards.js").Speaker} Speaker */
/** @typedef {{second: [string, string] | null, walls: {letter: string, wall: string, side: string}[], turnTo: (wall: [string, string]) => void}} Walls which may be the second one */

/**
 * @param {Speaker} studio
 * @param {{slots: Slot[], locked: ReadonlySet<string>, fixed?: ReadonlySet<string>, of?: Walls | null, replace?: ((slot: string) => void) | null, lock: (slot: string) => void}} of `fixed`: what cannot be changed
 */
export function slotRows(studio, of) {
  const { t } = studio;
  return el("section", { class: "stack", "aria-label": t("schemes.slots") },
    el("h3", {}, t("schemes.slots")),
    el("ul", { class: "scheme-slots" }, ...of.slots.map((slot) => el("li", { "data-slot": slot.slot }, ...row(studio, slot, of)))),
    el("p", { class: "small quiet" }, t("schemes.locks_how")),
    of.fixed?.has("floor") ? el("p", { class: "small quiet" }, t("schemes.floor_stays")) : null,
    of.of?.second ? whichWall(studio, of.of) : null);
}

/** @param {Speaker} studio @param {Slot} slot @param {Parameters<typeof slotRows>[1]} of */
function row({ t, language }, { slot, hex, name, lrv, percent }, { locked, fixed, replace = null, lock }) {
  const what = t(`schemes.slot_${slot}`);
  const swatch = el("span", { class: "scheme-swatch" });
  swatch.style.backgroundColor = hex;
  const [isLocked, isFixed] = [locked.has(slot), fixed?.has(slot)];
  const told = [percent === null ? null : t("schemes.percent", { percent }), t("schemes.lrv", { lrv: lrv.toLocaleString(language) })];
  return [
    swatch,
    el("span", { class: "scheme-slot" }, el("span", { class: "small" }, what), el("span", { class: "scheme-paint" }, name[language]), el("span", { class: "small quiet" }, told.filter(Boolean).join(" · "))),
    isFixed || !replace ? el("span") : el("button", { type: "button", class: "button button-plain", "aria-label": t("schemes.replace_what", { slot: what }), title: t("schemes.replace"), onclick: () => replace(slot) }, icon("pencil")),
    isFixed ? el("span") : el("button", { type: "button", class: "button button-plain scheme-lock", "aria-pressed": String(isLocked), "aria-label": t("schemes.lock_what", { slot: what }), title: t("schemes.lock"), onclick: () => lock(slot) }, icon(isLocked ? "lock" : "lock-open")),
  ];
}

/** @param {Speaker} studio @param {Walls} of */
function whichWall({ t }, { second, walls, turnTo }) {
  const key = (/** @type {string[]} */ side) => side.join(" ");
  return choiceField({
    label: t("schemes.which_wall"),
    value: second ? key(second) : "",
    options: walls.map(({ letter, wall, side }) => [key([wall, side]), t("schemes.wall_letter", { letter })]),
    change: (value) => turnTo(/** @type {[string, string]} */ (value.split(" "))),
  });
}
