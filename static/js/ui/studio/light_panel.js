/** The light of the 3D view: none, with paints as on their cards; daylight, the sun at an hour of a season, or an evening's lamps; and where north is. */

import { changeEntity } from "#model/actions/change_entity.js";
import { headValue } from "#model/plan.js";
import { svg } from "#plan/svg.js";
import { daylightHours, instantOf, sunAt } from "#scene/sun.js";
import { el } from "#ui/dom.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */
/** @typedef {import("#scene/scene_view.js").SceneView} SceneView */

/** @type {[SceneView["light"]["mode"], string][]} */
const MODES = [["card", "card"], ["model", "daylight"], ["sun", "sun"], ["evening", "evening"]];
/** @type {import("#scene/sun.js").Season[]} */
const SEASONS = ["winter", "between", "summer"];
const STEP_MIN = 10;
const NORTH_STEP_DEG = 5;

export class LightPanel {
  #root = el("div", { class: "stack light-panel" });
  /** What the light means and lacks, written anew with the light and the plan. */
  #told = el("div", { class: "stack" });

  /** @param {Studio} studio @param {SceneView} scene */
  constructor(studio, scene) {
    this.studio = studio;
    this.scene = scene;
    studio.store.addEventListener("change", () => this.#root.isConnected && this.#tell());
    scene.addEventListener("mode", () => this.#root.isConnected && this.#tell());
    scene.addEventListener("light", () => this.#root.isConnected && this.#tell());
  }

  open() {
    this.#draw();
    this.studio.showPanel([this.#root], "change");
  }

  #draw() {
    const { t } = this.studio;
    const { mode } = this.scene.light;
    const modes = MODES.map(([value, word]) => el("label", { class: "choice" }, el("input", { type: "radio", name: "light-mode", value, checked: value === mode, onchange: () => this.#choose(value) }), el("span", {}, t(`light.${word}`))));
    this.#root.replaceChildren(
      el("div", { class: "panel-head" }, el("h2", {}, t("light.title"))),
      el("fieldset", { class: "choices reasons" }, el("legend", { class: "only-spoken" }, t("light.title")), ...modes),
      ...(mode === "sun" ? [this.#seasons(), this.#hours(), this.#north()] : []),
      this.#told);
    this.#tell();
  }

  /** @param {SceneView["light"]["mode"]} mode */
  #choose(mode) {
    this.scene.light = { ...this.scene.light, mode };
    this.#draw();
    /** @type {HTMLElement | null} */ (this.#root.querySelector(`[value=${mode}]`))?.focus();
  }

  #seasons() {
    const { t } = this.studio;
    const { season } = this.scene.light;
    const press = (/** @type {import("#scene/sun.js").Season} */ chosen) => {
      const [rise, set] = daylightHours(chosen);
      this.scene.light = { ...this.scene.light, season: chosen, minute: Math.min(Math.max(this.scene.light.minute, Math.ceil(rise / STEP_MIN) * STEP_MIN), Math.floor(set / STEP_MIN) * STEP_MIN) };
      this.#draw();
      /** @type {HTMLElement | null} */ (this.#root.querySelector(`[data-season=${chosen}]`))?.focus();
    };
    return el("div", { class: "families", role: "group", "aria-label": t("light.season") },
      ...SEASONS.map((one) => el("button", { type: "button", class: "tab", "data-season": one, "aria-pressed": String(one === season), onclick: () => press(one) }, t(`light.${one}`))));
  }

  #hours() {
    const { t } = this.studio;
    const { season, minute } = this.scene.light;
    const [rise, set] = daylightHours(season);
    const shown = el("output", { for: "light-hour", class: "number" }, clock(minute));
    const input = el("input", { id: "light-hour", type: "range", class: "slide", min: Math.ceil(rise / STEP_MIN) * STEP_MIN, max: set, step: STEP_MIN, "aria-valuetext": clock(minute), oninput: () => {
      this.scene.light = { ...this.scene.light, minute: input.valueAsNumber };
      shown.textContent = clock(input.valueAsNumber);
      input.setAttribute("aria-valuetext", clock(input.valueAsNumber));
    } });
    input.value = String(minute);
    return el("div", { class: "field" },
      el("div", { class: "light-line" }, el("label", { for: "light-hour" }, t("light.hour")), shown),
      input,
      el("p", { class: "quiet small" }, t("light.from_to", { rise: clock(rise), set: clock(set) })));
  }

  /** A dial for those who may change the plan. */
  #north() {
    const { store, t, mayEdit } = this.studio;
    if (!mayEdit) return el("p", { class: "quiet small" }, this.#isNorthSet ? t("light.north_at", { degrees: this.#north_deg }) : t("light.north_unknown"));
    const needle = svg("path", { d: "M12 3 L15.5 12 H8.5 Z", class: "north-needle" });
    const dial = svg("svg", { class: "north-dial", viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("circle", { cx: 12, cy: 12, r: 10.5 }), svg("g", {}, needle, svg("path", { d: "M12 21 L15.5 12 H8.5 Z" })));
    const turn = (/** @type {number} */ degrees) => {
      /** @type {Element} */ (dial.querySelector("g")).setAttribute("transform", `rotate(${degrees} 12 12)`);
      input.setAttribute("aria-valuetext", t("light.north_at", { degrees }));
      shown.textContent = `${degrees}°`;
    };
    const shown = el("output", { for: "light-north", class: "number" });
    const input = el("input", { id: "light-north", type: "range", class: "slide", min: 0, max: 360 - NORTH_STEP_DEG, step: NORTH_STEP_DEG, "aria-describedby": "light-north-how",
      oninput: () => turn(input.valueAsNumber),
      onchange: () => store.perform(changeEntity("plan", { north_mdeg: input.valueAsNumber * 1000 }, { action: "set_north", input: "picked" })) });
    input.value = String(this.#north_deg);
    turn(this.#north_deg);
    return el("div", { class: "field" },
      el("div", { class: "light-line" }, el("label", { for: "light-north" }, t("light.north")), shown),
      el("div", { class: "light-line" }, dial, input),
      el("p", { class: "quiet small", id: "light-north-how" }, this.#isNorthSet ? t("light.north_at", { degrees: this.#north_deg }) : t("light.north_unset")));
  }

  get #isNorthSet() {
    return Object.hasOwn(this.studio.store.document.plan ?? {}, "north_mdeg");
  }

  get #north_deg() {
    return Math.round(headValue(this.studio.store.document, "north_mdeg") / 1000) % 360;
  }

  /** What the light means, and what it lacks. */
  #tell() {
    const { t } = this.studio;
    const { mode } = this.scene.light;
    const how = this.#root.querySelector("#light-north-how");
    if (how && this.#isNorthSet) how.textContent = t("light.north_at", { degrees: this.#north_deg });
    this.#told.replaceChildren(
      ...(mode === "sun" ? [el("p", { class: "small", role: "status" }, this.#sunStands())] : []),
      ...(mode === "evening" ? this.#lamps() : []),
      el("p", { class: "quiet small" }, t(`light.honest_${mode}`)));
  }

  #sunStands() {
    const { season, minute } = this.scene.light;
    const { altitude, azimuth } = sunAt(instantOf(season, minute));
    return this.studio.t("light.sun_stands", { height: Math.max(Math.round(altitude), 0), way: this.studio.t(`light.way_${Math.round(azimuth / 45) % 8}`) });
  }

  #lamps() {
    const { t, roomName, mayEdit } = this.studio;
    const { unlit, mode } = this.scene;
    if (unlit.length === 0) return [];
    const words = unlit.length === 1 && (mode === "walk" || this.scene.model.scene?.rooms.length === 1) ? t("light.no_lamp") : t("light.no_lamp_in", { rooms: unlit.map(roomName).join(", ") });
    const choose = () => {
      this.studio.openPanel("furnishing");
      document.getElementById("shelf-light")?.click();
    };
    return [el("p", { class: "small", role: "status" }, words), ...(mayEdit ? [el("button", { type: "button", class: "button", onclick: choose }, t("light.choose_lamp"))] : [])];
  }
}

/** @param {number} minute of the day */
const clock = (minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;

/** What light is meant, in a few words. @param {import("#ui/words.js").Translate} t @param {{mode: string, season: string, minute: number}} light */
export const lightWords = (t, { mode, season, minute }) =>
  mode === "sun" ? t("light.sun_at", { season: t(`light.${season}`), hour: clock(minute) }) : t(`light.${mode === "model" ? "daylight" : mode}`);
