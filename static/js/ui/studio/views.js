/** Plan and 3D side by side or one at a time, or the walls unfolded; the divider, the 3D loaded after the plan is there, the walls when they are asked for. */

import { byId, el } from "#ui/dom.js";
import { EmptyLevel } from "#ui/studio/empty_level.js";
import { sceneBar } from "#ui/studio/scene_bar.js";
import { isPhone } from "#ui/sheet.js";
import { toast } from "#ui/toasts.js";

const LEAST_SHARE = 20;
const STEP = 4;
/** Where plan and 3D lie one above the other, as in studio_frame.css. */
const STACKED = "(min-width: 48em) and (orientation: portrait)";

/** Tools that work on a wall as on the plan. */
const ON_WALLS = new Set(["select", "item", "opening", "paint", "band"]);
/** And those that take what is touched in 3D. */
const IN_SCENE = new Set(["select", "item", "opening", "paint", "slope"]);

export class Views {
  /** @type {import("#scene/scene_view.js").SceneView | null} */ #scene = null;
  /** @type {Promise<import("#ui/walls/walls.js").Walls> | null} */ #walls = null;
  /** What lies over the plan: another version, and the paths of it alone. @type {[import("#core/log.js").Document | null, readonly string[] | null]} */ #compared = [null, null];
  /** Said where there is nothing to see. */ #empty;
  /** @type {[import("#scene/bands.js").Rings, string]} */ #banded = [[], ""];
  /** Whether 3D shows all levels at once. */ isWhole = false;
  /** @param {import("#ui/studio/studio.js").Studio} studio @param {{paintOf: (code: string) => string | null, kinds: any, showLevel?: (level: string) => void}} with_ */
  constructor(studio, with_) {
    this.studio = studio;
    this.with = with_;
    this.frame = byId("studio");
    this.tabs = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".views [data-view]"))];
    this.#empty = new EmptyLevel(studio);
    studio.planView.addEventListener("tool", () => this.#empty.renew(this.isWhole));
    for (const tab of this.tabs) tab.addEventListener("click", () => this.show(tab.dataset.view ?? "plan"));
    this.#watchDivider(byId("divider"));
    studio.planView.addEventListener("tool", (event) => this.#goWhereItWorks(/** @type {CustomEvent} */ (event).detail.name));
  }

  /** Load the 3D, and keep it to the plan from now on. @param {string} [onPhone] which of the two a phone begins with */
  async begin(onPhone = "plan") {
    this.show(isPhone() ? onPhone : "both");
    this.studio.store.addEventListener("change", () => this.#refresh());
    this.studio.selection.addEventListener("change", () => this.#highlight());
    const load = () => this.#load().catch(() => this.#unavailable());
    if ("requestIdleCallback" in window) requestIdleCallback(load, { timeout: 1500 });
    else setTimeout(load, 200);
  }

  /** A tool that only the plan knows brings the plan. @param {string} tool */
  #goWhereItWorks(tool) {
    const known = { walls: ON_WALLS, scene: IN_SCENE }[this.frame.dataset.view ?? ""];
    if (known && !known.has(tool)) this.showPlan();
  }

  /** Whether the plan is in sight. */
  get hasPlan() {
    return !["scene", "walls"].includes(this.frame.dataset.view ?? "");
  }

  /** The plan, and 3D beside it where there is room. */
  showPlan() {
    this.show(isPhone() ? "plan" : "both");
  }

  /** @param {string} view plan, scene, both or walls */
  show(view) {
    this.studio.planView.begin();
    if (this.studio.planView.tools.mayEdit && (view === "scene" || view === "walls")) this.studio.planView.hint(this.studio.planView.tool.hint ?? "");
    this.frame.dataset.view = view;
    for (const tab of this.tabs) tab.setAttribute("aria-pressed", String(tab.dataset.view === view));
    if (view === "walls") this.#walls ??= import("#ui/walls/walls.js").then(({ Walls }) => new Walls(this.studio, { show: (other) => this.show(other), showLevel: this.with.showLevel ?? (() => {}) }));
    this.#walls?.then((walls) => walls.setShown(this.frame.dataset.view === "walls"), () => this.#notCome());
    this.studio.renewPanel();
    this.#refresh();
  }

  /** The walls could not be loaded: the plan stays, and the next press tries again. */
  #notCome() {
    this.#walls = null;
    toast(this.studio.t("studio.part_not_come"));
    if (this.frame.dataset.view === "walls") this.showPlan();
  }

  /** Nearer, or farther, what is looked at; null: all of it. @param {number | null} factor */
  zoom(factor) {
    const { view } = this.frame.dataset;
    if (view === "scene") factor ? this.#scene?.zoomBy(factor) : this.#scene?.home();
    else if (view === "walls") void this.#walls?.then(({ view }) => (factor ? view.zoomBy(factor) : view.frame.fit()));
    else if (factor) this.studio.planView.zoomBy(factor);
    else this.studio.planView.fit();
  }

  /** @param {string} level */
  showLevel(level) {
    this.level = level;
    this.#refresh();
    this.#scene?.home();
    if (this.frame.dataset.view === "walls") void this.#walls?.then(({ view }) => view.refresh());
  }

  /** All levels at once in 3D, or the one of the plan. @param {boolean} whole */
  showWhole(whole) {
    this.isWhole = whole;
    if (whole && this.frame.dataset.view === "plan") return this.show(isPhone() ? "scene" : "both");
    this.#refresh();
  }

  /** Lay another version of the plan over the 3D. @param {import("#core/log.js").Document | null} other @param {readonly string[] | null} paths those alone; null: all */
  compareWith(other, paths) {
    this.#compared = [other, paths];
    this.#scene?.compareWith(other, paths);
  }

  /** Shade areas of a level's floor in 3D: rings of x, y, mm. @param {import("#scene/bands.js").Rings} rings @param {string} level */
  band(rings, level) {
    this.#banded = [rings, level];
    this.#scene?.band(rings, level);
  }

  async #load() {
    const { SceneView } = await import("#scene/scene_view.js");
    if (!SceneView.isSupported()) return this.#unavailable();
    const { t } = this.studio;
    this.#scene = new SceneView(byId("scene"), { ...this.with, label: t("scene.view") });
    this.#scene.addEventListener("pick", (event) => this.#picked(/** @type {CustomEvent} */ (event)));
    this.#scene.addEventListener("escape", (event) => this.#letGo(event));
    const bar = sceneBar(this.studio, this.#scene);
    byId("scene").append(this.#empty.scene, bar);
    this.#scene.covered = () => coveredOf(byId("scene"), bar);
    this.#scene.compareWith(...this.#compared);
    this.#scene.band(...this.#banded);
    const { models } = this.studio;
    const dress = () => this.#scene?.dress((sku) => models?.of(sku) ?? null);
    models?.addEventListener("change", dress);
    dress();
    this.#refresh();
  }

  #refresh() {
    this.#empty.renew(this.isWhole);
    if (!this.#scene || ["plan", "walls"].includes(this.frame.dataset.view ?? "") || (isPhone() && this.frame.dataset.view === "both")) return;
    this.#scene.show(this.studio.store.document, this.isWhole ? null : (this.level ?? this.studio.planView.level));
  }

  /** A touch in 3D means what a touch on the plan means. @param {CustomEvent} event */
  #picked({ detail }) {
    const { selection, planView } = this.studio;
    if (!planView.tools.mayEdit) return;
    if (!detail?.collection) return selection.clear();
    const target = detail.collection === "rooms"
      ? { collection: detail.collection, id: detail.id, at: detail.at, face: detail.face }
      : { collection: detail.collection, id: detail.id, side: ["left", "right"].includes(detail.side) ? detail.side : null, at_mm: typeof detail.at === "number" ? detail.at : null };
    if (detail.level && detail.level !== planView.level) this.studio.levels?.goTo(detail.level);
    planView.take(target, detail.point?.slice(0, 2) ?? null);
  }

  /** Escape lets go of what is chosen before it leaves the room. @param {Event} event */
  #letGo(event) {
    if (this.studio.selection.all.length === 0) return;
    event.preventDefault();
    this.studio.selection.clear();
  }

  #highlight() {
    this.#scene?.highlight(this.studio.selection.all.flatMap(({ id, side }) => (id ? [{ id, side }] : [])));
  }

  /** Without 3D the plan stays, and one sentence says so. */
  #unavailable() {
    byId("scene").replaceChildren(el("p", { class: "no-scene quiet" }, this.studio.t("scene.unavailable")));
  }

  /** @param {HTMLElement} divider */
  #watchDivider(divider) {
    const area = byId("views");
    const put = (/** @type {number} */ share) => {
      const kept = Math.min(Math.max(share, LEAST_SHARE), 100 - LEAST_SHARE);
      area.style.setProperty("--plan-share", `${kept}fr`);
      area.style.setProperty("--scene-share", `${100 - kept}fr`);
      divider.setAttribute("aria-valuenow", String(Math.round(kept)));
    };
    const shareAt = (/** @type {PointerEvent} */ event) => {
      const box = area.getBoundingClientRect();
      return (stacked.matches ? (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width) * 100;
    };
    const stacked = matchMedia(STACKED);
    const turn = () => divider.setAttribute("aria-orientation", stacked.matches ? "horizontal" : "vertical");
    stacked.addEventListener("change", turn);
    turn();
    divider.addEventListener("pointerdown", (event) => divider.setPointerCapture(event.pointerId));
    divider.addEventListener("pointermove", (event) => divider.hasPointerCapture(event.pointerId) && put(shareAt(event)));
    divider.addEventListener("keydown", (event) => {
      const way = { ArrowLeft: -STEP, ArrowUp: -STEP, ArrowRight: STEP, ArrowDown: STEP }[event.key];
      if (way) put(Number(divider.getAttribute("aria-valuenow")) + way);
    });
  }
}

/** What shares of a phone's picture its switch and its bar lie over, at its head and at its foot. @param {HTMLElement} picture @param {HTMLElement} bar @returns {[number, number]} */
function coveredOf(picture, bar) {
  const { top, bottom, height } = picture.getBoundingClientRect();
  if (!isPhone() || height < 1) return [0, 0];
  const [above, below] = [/** @type {HTMLElement} */ (document.querySelector(".views")), bar].map((one) => one.getBoundingClientRect());
  return [Math.max(above.bottom - top, 0) / height, below.height && (bottom - below.top) / height];
}
