/** The walk round a room: one length shows at a time, and what comes next follows from what is still empty. */

import { NumberPad } from "#ui/number_pad.js";

export class Walk {
  /** Walls that were passed over in this sitting. @type {Set<string>} */
  #passed = new Set();
  #pad;

  /**
   * @param {HTMLElement} root what holds the steps and is drawn anew with them
   * @param {{t: (name: string) => string, submit: (form: HTMLFormElement) => void, goTo: (id: string) => void}} ways
   */
  constructor(root, { t, submit, goTo }) {
    this.root = root;
    this.submit = submit;
    this.goTo = goTo;
    this.#pad = NumberPad.isWanted() ? new NumberPad(t) : null;
    root.addEventListener("focusin", (event) => this.#entered(/** @type {HTMLElement} */ (event.target)));
    root.addEventListener("click", (event) => this.#pressed(/** @type {HTMLElement} */ (event.target)));
  }

  /** Make the page one of a script: its own buttons in place of the one at the end. */
  dress() {
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("[data-scripted]"))) part.hidden = false;
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("[data-unscripted]"))) part.hidden = true;
    if (!this.#pad) return;
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (this.root.querySelectorAll("[inputmode]"))) field.inputMode = "none";
  }

  /** A length among many fields is typed by the pad too. @param {HTMLElement} field */
  #entered(field) {
    if (field instanceof HTMLInputElement && field.matches(".step-fields [inputmode]")) this.#pad?.serve(field);
  }

  /** Show one stop of a step, by the address, else the one that has something to say; the step's heading goes along. @param {HTMLElement} step */
  show(step) {
    const stops = this.#stops(step);
    const named = stops.find(({ id }) => `#${id}` === location.hash);
    const current = named ?? stops.find((stop) => stop.querySelector("[aria-invalid]")) ?? this.#first(step, stops);
    for (const stop of stops) stop.hidden = stop !== current;
    const field = current?.querySelector("input") ?? null;
    if (field) this.#pad?.serve(field);
    return current;
  }

  /** Whether a step is walked through stop by stop. @param {HTMLElement} step */
  static has(step) {
    return step.matches(".step-walk");
  }

  /** The form was sent from a stop, by Enter: as if its button had been pressed. @param {HTMLFormElement} form @returns {boolean} whether that was so */
  takes(form) {
    const current = this.#stops(form).find((stop) => !stop.hidden && stop.querySelector("input"));
    if (!current || !form.matches("[data-walk]")) return false;
    this.#next(current);
    return true;
  }

  /** @param {HTMLElement} target */
  #pressed(target) {
    const taken = /** @type {HTMLElement | null} */ (target.closest("[data-take]"));
    if (taken) this.#take(taken);
    const stop = /** @type {HTMLElement | null} */ (target.closest(".sub"));
    if (!stop) return;
    if (target.closest("[data-next]")) this.#next(stop);
    if (target.closest("[data-pass]")) this.#pass(stop);
    if (target.closest("[data-back]")) this.#back(stop);
  }

  /** @param {HTMLElement} taken */
  #take(taken) {
    const field = /** @type {HTMLInputElement | null} */ (document.getElementById(taken.dataset.into ?? ""));
    if (!field) return;
    field.value = taken.dataset.take ?? "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  }

  /** @param {HTMLElement} stop */
  #pass(stop) {
    this.#passed.add(stop.id);
    if (isAcross(stop)) this.goTo("step-height");
    else this.#next(stop);
  }

  /** The stop before; before a length across stands what asked for it. @param {HTMLElement} stop */
  #back(stop) {
    const stops = this.#stops(/** @type {HTMLElement} */ (stop.closest("form")));
    const before = isAcross(stop) ? stops.find(({ id }) => id === "sub-verdict") : stops[stops.indexOf(stop) - 1];
    this.goTo((before ?? stops[0]).id);
  }

  /** The next wall that is still empty; when none is, what is typed is checked. @param {HTMLElement} stop */
  #next(stop) {
    const form = /** @type {HTMLFormElement} */ (stop.closest("form"));
    const walls = this.#stops(form).filter((one) => one.querySelector("input") && !isAcross(one));
    const ahead = isAcross(stop) ? [] : walls.slice(walls.indexOf(stop) + 1);
    const empty = ahead.find((one) => !one.querySelector("input")?.value && !this.#passed.has(one.id));
    if (empty) this.goTo(empty.id);
    else this.submit(form);
  }

  /** @param {HTMLElement} step @param {HTMLElement[]} stops */
  #first(step, stops) {
    const fields = stops.map((stop) => stop.querySelector("input")).filter((field) => field !== null);
    const verdict = stops.find(({ id }) => id === "sub-verdict");
    if (verdict) return verdict;
    const isBegun = fields.some((field) => field.value);
    const empty = stops.find((stop) => stop.querySelector("input")?.value === "");
    return (isBegun ? empty : stops.find(({ id }) => id === "sub-begin")) ?? stops[0];
  }

  /** @param {HTMLElement} within */
  #stops(within) {
    return [.../** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(".sub"))];
  }
}

/** @param {HTMLElement} stop */
const isAcross = (stop) => stop.id.startsWith("sub-check-");
