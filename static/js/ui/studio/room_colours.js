/** Paints as on their cards and as in their room, side by side: asked of the server once it has the last change. */

import { entity } from "#model/plan.js";
import { el } from "#ui/dom.js";

const PAUSE_MS = 350;
const MOST_SHOWN = 4;
const SKIES = ["overcast", "clear", "evening"];

/** @typedef {{paint: string, of: string, wall: string | null, side: string | null, finish: string | null, card: {hex: string}, seen: {hex: string}, delta_e: number, difference: Record<string, string>, said: Record<string, string>, neighbour: {said: Record<string, string>} | null}} Surface */
/** @typedef {{room: number, of: (surface: Surface) => boolean, finishes: readonly (string | null)[], isWhole?: boolean}} Subject a room, and which of its surfaces are meant: those with these finishes */

export class RoomColours {
  #timer = 0;
  #asked = 0;
  #sky = SKIES[0];
  /** @type {Subject | null} */ #subject = null;
  /** What was asked last. @type {{document: unknown, room: number, sky: string} | null} */ #question = null;
  /** @type {{room: number, answer: any} | null} */ #last = null;
  /** @type {"asking" | "told" | "offline" | "failed"} */ #state = "asking";
  #told = el("div", { class: "stack", "aria-live": "polite" });
  #root;

  /** @param {import("#ui/studio/studio.js").Studio} studio @param {string} url of the variant */
  constructor(studio, url) {
    this.studio = studio;
    this.url = url;
    this.tabs = SKIES.map((sky) => el("button", { type: "button", class: "tab", "aria-pressed": String(sky === this.#sky), onclick: () => this.#choose(sky) }, studio.t(`in_room.sky_${sky}`)));
    this.#root = el("section", { class: "in-room", "aria-label": studio.t("in_room.title") },
      el("h3", {}, studio.t("in_room.title")),
      el("div", { class: "families", role: "group", "aria-label": studio.t("in_room.sky") }, ...this.tabs),
      this.#told,
      el("p", { class: "small quiet" }, studio.t("in_room.prediction")));
    for (const name of ["saved", "change"]) studio.store.addEventListener(name, () => this.#root.isConnected && this.#ask());
  }

  /** The one section, about other surfaces from now on; null where none of them is painted. @param {Subject} subject */
  section(subject) {
    if (!subject.finishes.some((id) => id && entity(this.studio.store.document, "finishes", id)?.paint)) return null;
    this.#subject = subject;
    this.#ask();
    return this.#root;
  }

  /** @param {string} sky */
  #choose(sky) {
    this.#sky = sky;
    this.#question = null;
    SKIES.forEach((one, place) => this.tabs[place].setAttribute("aria-pressed", String(one === sky)));
    this.#ask();
  }

  #ask() {
    const { store } = this.studio;
    if (!this.#subject) return;
    const question = { document: store.document, room: this.#subject.room, sky: this.#sky };
    if (isSame(question, this.#question)) return this.#draw();
    clearTimeout(this.#timer);
    const mine = (this.#asked += 1);
    this.#question = null;
    if (store.saved.link === "offline") return this.#tell("offline");
    this.#tell("asking");
    if (store.saved.pending) return;
    this.#question = question;
    this.#timer = window.setTimeout(() => this.#fetch(mine, question), PAUSE_MS);
  }

  /** @param {number} mine @param {{document: unknown, room: number, sky: string}} question */
  async #fetch(mine, question) {
    const answer = await fetch(`${this.url}/rooms/${question.room}/colours?sky=${question.sky}`).then((response) => (response.ok ? response.json() : null)).catch(() => null);
    if (mine !== this.#asked) return;
    if (answer) this.#last = { room: question.room, answer };
    this.#tell(answer ? "told" : navigator.onLine ? "failed" : "offline");
  }

  /** @param {"asking" | "told" | "offline" | "failed"} state */
  #tell(state) {
    this.#state = state;
    this.#draw();
  }

  /** While it is worked out the cards stand there, each with an empty place beside it. */
  #draw() {
    const state = this.#state;
    this.#told.setAttribute("aria-busy", String(state === "asking"));
    const pairs = state === "told" || state === "asking" ? this.#paints().map((paint) => this.#pair(paint)) : [];
    this.#told.replaceChildren(...pairs, ...(state === "told" ? this.#lit() : [el("p", { class: "small" }, this.studio.t(`in_room.${state}`))]));
  }

  /** The codes of the paints that are meant, each once. @returns {string[]} */
  #paints() {
    const { document } = this.studio.store;
    const codes = (this.#subject?.finishes ?? []).map((id) => (id && entity(document, "finishes", id)?.paint) || "");
    return [...new Set(codes)].filter((code) => this.studio.deck.get(code)).slice(0, MOST_SHOWN);
  }

  /** What the last answer says of a paint; null while nothing is known. @param {string} code @returns {Surface | null} */
  #known(code) {
    const { room, answer } = this.#last ?? {};
    const subject = this.#subject;
    if (!subject || room !== subject.room) return null;
    return answer.surfaces.find((/** @type {Surface} */ one) => one.paint === code && subject.finishes.includes(one.finish) && subject.of(one)) ?? null;
  }

  /** @param {string} code */
  #pair(code) {
    const { t, language, deck } = this.studio;
    const paint = deck.get(code);
    const known = this.#known(code);
    return el("div", { class: "in-room-paint" },
      this.#subject?.isWhole ? el("p", { class: "small" }, paint.name[language]) : null,
      el("div", { class: "in-room-pair" }, half(t("in_room.on_card"), paint.hex), half(t("in_room.here"), known?.seen.hex ?? null)),
      ...(known ? this.#said(known) : []));
  }

  /** @param {Surface} surface */
  #said({ said, neighbour, difference, delta_e }) {
    const { language } = this.studio;
    const number = delta_e.toLocaleString(language, { minimumFractionDigits: 1 });
    return [
      el("p", {}, said[language]),
      el("p", { class: "small quiet" }, `${upper(difference[language])} · ΔE ${number}`),
      ...(neighbour ? [el("p", {}, neighbour.said[language])] : []),
    ];
  }

  #lit() {
    return this.#last?.answer.by_lamps && this.#sky !== "evening" ? [el("p", { class: "small" }, this.studio.t("in_room.no_window"))] : [];
  }
}

/** One of the two colours; not known yet, it is an empty frame. @param {string} said @param {string | null} hex */
function half(said, hex) {
  const swatch = el("span", { class: "in-room-swatch" });
  if (hex) swatch.style.backgroundColor = hex;
  return el("div", { class: "in-room-half" }, swatch, el("span", { class: "small" }, said));
}

/** @param {string} text */
const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {any} one @param {any} other */
const isSame = (one, other) => other !== null && Object.keys(one).every((name) => one[name] === other[name]);
