/** The screen of the walls: the drawing of one, the strip to pick another, which room it is, bands to draw; words where there is nothing to show. */

import { USUAL_TILES } from "#model/actions/tile.js";
import { levelsOf } from "#model/plan.js";
import { WallsView } from "#plan/elevation/walls_view.js";
import { coverNames } from "#ui/cover_name.js";
import { askBandColour } from "#ui/inspectors/band_section.js";
import { button, byId, el, icon } from "#ui/dom.js";
import { isPhone } from "#ui/sheet.js";
import { thumbnail } from "#ui/walls/thumbnail.js";

/** As high as a rail beside stairs, and as a door. */
const USUAL_BAND_MM = { paint: 1200, tile: 2000 };

const ON_PLAN = ["wall", "background", "measure", "note"];

export class Walls {
  /** @param {import("#ui/studio/studio.js").Studio} studio @param {{show: (view: string) => void, showLevel: (level: string) => void}} with_ */
  constructor(studio, { show, showLevel }) {
    this.studio = studio;
    this.show = show;
    this.showLevel = showLevel;
    this.host = byId("walls");
    const { t } = studio;
    this.title = el("div", { class: "walls-title" });
    this.more = el("div", { class: "walls-more" });
    this.before = this.#arrow("arrow-left", "before", -1);
    this.after = this.#arrow("arrow-right", "after", 1);
    this.head = el("div", { class: "walls-head" }, this.before, this.title, this.after, this.more);
    this.picture = el("div", { class: "walls-picture" });
    this.strip = el("div", { class: "walls-strip", role: "group", "aria-label": t("walls.strip_of") });
    this.tools = studio.mayEdit ? el("div", { class: "walls-tools", role: "group", "aria-label": t("walls.tools") }, ...this.#bandButtons()) : null;
    this.empty = el("div", { class: "walls-empty", hidden: true });
    this.foot = el("div", { class: "walls-foot" }, this.tools, this.strip);
    this.host.append(this.head, this.picture, this.foot, this.empty);
    this.view = new WallsView(this.picture, { planView: studio.planView, coverName: coverNames(studio) });
    this.view.addEventListener("wall", () => this.#renew());
    this.view.addEventListener("tool", () => this.#markTools());
    studio.planView.addEventListener("tool", (event) => this.#leaveFor(/** @type {CustomEvent} */ (event).detail.name));
    for (const moved of ["open", "close"]) studio.sheet.addEventListener(moved, () => requestAnimationFrame(() => this.#uncover()));
  }

  /** @param {boolean} isShown */
  setShown(isShown) {
    this.view.setShown(isShown);
    if (isShown) this.#uncover();
  }

  /** What is done on the plan alone goes on there. @param {string} tool */
  #leaveFor(tool) {
    if (ON_PLAN.includes(tool) && this.host.checkVisibility()) this.show("plan");
  }

  /** @param {string} symbol @param {"before" | "after"} words @param {number} step */
  #arrow(symbol, words, step) {
    const name = this.studio.t(`walls.${words}`);
    return el("button", { type: "button", class: `walls-arrow is-${words}`, "aria-label": name, title: name, onclick: () => this.view.go(step) }, icon(symbol));
  }

  #bandButtons() {
    const { studio } = this;
    const take = (/** @type {"paint" | "tile"} */ what) => {
      if (this.view.root.dataset.tool === "band" && this.held === what) return this.view.putDown();
      if (what === "paint") askBandColour(studio, (code) => hold(what, { paint: code }));
      else hold(what, { paint: null, tile: USUAL_TILES.wall });
    };
    const hold = (/** @type {"paint" | "tile"} */ what, /** @type {import("#model/actions/paint.js").Cover} */ cover) => {
      this.held = what;
      this.view.takeBand(cover, USUAL_BAND_MM[what]);
      studio.lowerPanel();
      this.view.root.focus({ preventScroll: true });
    };
    return /** @type {const} */ (["paint", "tile"]).map((what) => {
      const made = button(what === "tile" ? "grid-3x3" : "paint-roller", studio.t(`walls.${what}_band`), () => take(what));
      made.dataset.band = what;
      made.setAttribute("aria-pressed", "false");
      return made;
    });
  }

  #markTools() {
    const isBand = this.view.root.dataset.tool === "band";
    for (const one of this.tools?.children ?? []) one.setAttribute("aria-pressed", String(isBand && /** @type {HTMLElement} */ (one).dataset.band === this.held));
  }

  /** The head and the strip as the walls are now; the focus stays where it was. */
  #renew() {
    const { wall, walls } = this.view;
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    const place = active && this.strip.contains(active) ? [...this.strip.children].indexOf(active) : -1;
    for (const part of [this.head, this.picture, this.foot]) part.hidden = wall === null;
    this.empty.hidden = wall !== null;
    if (!wall) return this.#putEmpty();
    this.before.disabled = this.after.disabled = walls.length < 2;
    this.#renewHead(wall, active);
    this.strip.replaceChildren(...walls.map((one) => this.#stripButton(one)));
    if (place >= 0) /** @type {HTMLElement | undefined} */ (this.strip.children[Math.min(place, walls.length - 1)])?.focus({ preventScroll: true });
    const pressed = /** @type {HTMLElement | null} */ (this.strip.querySelector("[aria-pressed=true]"));
    const [row, own] = [this.strip.getBoundingClientRect(), pressed?.getBoundingClientRect() ?? null];
    if (own) this.strip.scrollLeft += own.left + own.width / 2 - (row.left + row.width / 2);
  }

  /** @param {import("#model/unfolded.js").UnfoldedWall} wall @param {HTMLElement | null} active */
  #renewHead(wall, active) {
    const { t, format } = this.studio;
    this.title.replaceChildren(
      el("h2", {}, t("walls.wall", { letter: wall.letter })),
      el("p", { class: "quiet small number" }, t("walls.size", { width: format.centimetres(wall.width_mm), height: format.length(wall.highest_mm) }), wall.isCurved ? ` · ${t("walls.curved")}` : null));
    if (this.more.contains(active)) return; // a choice that is open stays
    this.more.replaceChildren(...(this.view.behind ? [button("flip-horizontal-2", t("walls.behind"), () => this.view.lookBehind(), "walls-behind")] : []), this.#roomChoice(wall.room));
  }

  /** The rooms of every level, where there is more than one. @param {number} current */
  #roomChoice(current) {
    const { t, planView, store, roomName } = this.studio;
    const levels = new Map(levelsOf(store.document).map(({ id, name }) => [id, name || t("studio.level")]));
    const { rooms } = planView.survey.found;
    const inOrder = [...rooms.keys()].sort((one, other) => Number(rooms[other].level === planView.level) - Number(rooms[one].level === planView.level));
    if (rooms.length < 2) return el("p", { class: "walls-room quiet" }, roomName(rooms[current]));
    const nameOf = (/** @type {any} */ room) => (room.level === planView.level ? roomName(room) : t("walls.room_on", { room: roomName(room), level: levels.get(room.level) }));
    const select = el("select", { "aria-label": t("walls.room"), onchange: () => this.#lookInto(Number(select.value)) },
      ...inOrder.map((place) => el("option", { value: place, selected: place === current }, nameOf(rooms[place]))));
    return el("div", { class: "field walls-room" }, el("div", { class: "box" }, select));
  }

  /** @param {number} place among the rooms found */
  #lookInto(place) {
    const { survey, level } = this.studio.planView;
    const room = survey.found.rooms[place];
    if (room.level !== level) this.showLevel(room.level);
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    this.view.lookInto(place);
    /** @type {HTMLElement | null} */ (this.head.querySelector("select"))?.focus({ preventScroll: true });
  }

  /** @param {import("#model/unfolded.js").UnfoldedWall} wall */
  #stripButton(wall) {
    const { t, format, planView } = this.studio;
    const isHere = wall === this.view.wall;
    return el("button", { type: "button", class: "walls-pick", "aria-pressed": String(isHere), onclick: () => this.view.lookAt(wall) },
      thumbnail(wall, planView.tools.paintOf), el("span", { class: "walls-letter" }, el("span", { class: "only-spoken" }, `${t("plan.wall")} `), wall.letter), el("span", { class: "small number" }, format.length(wall.width_mm)));
  }

  #putEmpty() {
    const { t, planView, mayEdit } = this.studio;
    const hasWalls = planView.survey.solids.size > 0;
    const words = hasWalls ? "no_room" : "no_walls";
    const back = hasWalls || !mayEdit ? button("square", t("walls.to_plan"), () => this.show("plan"), "button-solid") : button("square", t("walls.draw_room"), () => (this.show("plan"), this.studio.enterPanel("room")), "button-solid");
    this.empty.replaceChildren(el("h2", {}, t(`walls.${words}_title`)), el("p", { class: "quiet" }, t(`walls.${words}`)), back);
  }

  /** On a phone the open sheet lies over the drawing's foot: what is left of it shows the wall. */
  #uncover() {
    if (this.host.checkVisibility() === false) return;
    const { panel } = this.studio.sheet;
    const below = this.picture.getBoundingClientRect();
    const covered = isPhone() && !panel.hidden ? Math.max(below.bottom - panel.getBoundingClientRect().top, 0) : 0;
    this.view.frame.cover(Math.min(covered, below.height * 0.6));
  }
}
