/** A colour from a photo that never leaves the browser: a point of it, or where a white sheet lies, and the nearest paints. */

import { nearest } from "#colour/nearest.js";
import { patchAt } from "#colour/patch.js";
import { svg } from "#plan/svg.js";
import { el, icon } from "#ui/dom.js";
import { fileField } from "#ui/file_field.js";
import { filled } from "#ui/explorer/chip.js";
import { labToHex } from "#colour/convert.js";

/** @typedef {import("#colour/convert.js").Triple} Triple */
/** @typedef {import("#ui/explorer/explorer.js").Explorer} Explorer */

const LONGEST_PX = 1280;
const MOST_BYTES = 60 * 1024 * 1024;
const PATCH_OF_SIDE = 0.008;
const FOUND = 5;
const STEP = 0.02;
/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

export class PhotoPicker {
  #explorer;
  #canvas = el("canvas", { class: "photo-canvas", tabindex: 0, role: "img" });
  #mark = svg("svg", { class: "photo-mark", viewBox: "-12 -12 24 24", "aria-hidden": "true" }, svg("circle", { r: 9, class: "photo-mark-edge" }), svg("circle", { r: 9, class: "photo-mark-line" }));
  #told = el("div", { class: "photo-told", role: "status" });
  #found = el("ul", { class: "photo-found" });
  #stage = el("div", { class: "photo-stage", hidden: true });
  #white = el("button", { type: "button", class: "button", "aria-pressed": "false" });
  /** @type {ImageData | null} */
  #picture = null;
  #at = { x: 0.5, y: 0.5 };
  /** @type {Triple | null} */
  #paper = null;
  #asksPaper = false;

  /** @param {Explorer} explorer */
  constructor(explorer) {
    this.#explorer = explorer;
    const { t } = explorer;
    const file = el("input", { id: "photo-file", type: "file", accept: "image/*", onchange: () => void this.#open(file.files?.[0]) });
    this.#canvas.setAttribute("aria-label", t("explorer.photo_how"));
    this.#canvas.addEventListener("pointerdown", (event) => this.#point(event));
    this.#canvas.addEventListener("keydown", (event) => this.#key(event));
    this.#white.addEventListener("click", () => this.#askPaper());
    this.#stage.append(el("div", { class: "photo-picture" }, this.#canvas, this.#mark));
    this.dialog = el("dialog", { class: "full-screen colour-photo", "aria-labelledby": "photo-head" },
      el("div", { class: "photo-side" },
        el("h2", { id: "photo-head" }, t("explorer.photo")),
        el("p", {}, t("explorer.photo_stays")),
        el("div", { class: "field" }, el("label", { for: "photo-file" }, t("explorer.photo_file")), el("div", { class: "box" }, file))),
      this.#stage,
      el("div", { class: "photo-side photo-answer" }, this.#told, this.#found, this.#white),
      el("button", { type: "button", class: "button card-close", onclick: () => this.dialog.close() }, icon("x"), el("span", {}, t("shell.close"))));
    fileField(file, t);
    this.#white.hidden = true;
    document.body.append(this.dialog);
  }

  show() {
    this.dialog.showModal();
  }

  /** @param {File | undefined} file */
  async #open(file) {
    if (!file) return;
    try {
      if (file.size > MOST_BYTES) throw new Error("too large");
      const whole = await createImageBitmap(file);
      const scale = Math.min(LONGEST_PX / Math.max(whole.width, whole.height), 1);
      this.#canvas.width = Math.max(Math.round(whole.width * scale), 1);
      this.#canvas.height = Math.max(Math.round(whole.height * scale), 1);
      const drawn = /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext("2d", { willReadFrequently: true }));
      drawn.drawImage(whole, 0, 0, this.#canvas.width, this.#canvas.height);
      whole.close();
      this.#picture = drawn.getImageData(0, 0, this.#canvas.width, this.#canvas.height);
    } catch {
      return this.#tell(this.#explorer.t("explorer.photo_unreadable"));
    }
    this.#paper = null;
    this.#asksPaper = false;
    this.#stage.hidden = this.#white.hidden = false;
    this.#at = { x: 0.5, y: 0.5 };
    this.#read();
    this.#canvas.focus({ preventScroll: true });
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    this.#at = { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
    this.#read();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    this.#at = { x: Math.min(Math.max(this.#at.x + step[0], 0), 1), y: Math.min(Math.max(this.#at.y + step[1], 0), 1) };
    this.#read();
  }

  #askPaper() {
    this.#asksPaper = !this.#asksPaper && !this.#paper;
    this.#paper = null;
    if (this.#asksPaper) this.#tell(this.#explorer.t("explorer.photo_paper_where"));
    else this.#read();
    this.#sayPaper();
  }

  #sayPaper() {
    this.#white.setAttribute("aria-pressed", String(this.#paper !== null || this.#asksPaper));
    this.#white.replaceChildren(icon("square"), el("span", {}, this.#explorer.t(this.#paper ? "explorer.photo_paper_off" : "explorer.photo_paper")));
  }

  #read() {
    const picture = this.#picture;
    if (!picture) return;
    const [x, y] = [Math.min(Math.floor(this.#at.x * picture.width), picture.width - 1), Math.min(Math.floor(this.#at.y * picture.height), picture.height - 1)];
    const radius = Math.max(Math.round(Math.max(picture.width, picture.height) * PATCH_OF_SIDE), 1);
    this.#mark.style.left = `${this.#at.x * 100}%`;
    this.#mark.style.top = `${this.#at.y * 100}%`;
    const patch = patchAt(picture, x, y, radius, this.#paper);
    if (this.#asksPaper && patch.state === "even") {
      this.#paper = patch.linear;
      this.#asksPaper = false;
      this.#sayPaper();
      return this.#tell(this.#explorer.t("explorer.photo_paper_done"));
    }
    this.#sayPaper();
    this.#show(patch);
  }

  /** @param {import("#colour/patch.js").Patch} patch */
  #show({ lab, state }) {
    const { t, deck, language, number } = this.#explorer;
    const seen = el("span", { class: "photo-seen", "aria-hidden": "true" });
    seen.style.backgroundColor = labToHex(lab);
    const sure = state !== "even" ? `photo_${state}` : this.#paper ? "photo_sure_paper" : "photo_sure";
    this.#told.replaceChildren(el("p", { class: "photo-point" }, seen, el("span", {}, t(`explorer.${sure}`))));
    const found = state === "dark" || state === "burnt" ? [] : nearest(deck, lab, FOUND);
    this.#found.replaceChildren(...found.map(({ paint, deltaE, words }) => el("li", {},
      el("button", { type: "button", class: "photo-paint", onclick: () => (this.dialog.close(), this.#explorer.open(paint)) },
        filled(el("span", { class: "photo-seen" }), paint),
        el("span", {}, el("strong", {}, paint.name[language]), ` ${paint.code}`, el("br"), el("span", { class: "quiet small" }, `${words[language]} (ΔE ${number(deltaE)})`))))));
  }

  /** @param {string} words */
  #tell(words) {
    this.#told.replaceChildren(el("p", {}, words));
    this.#found.replaceChildren();
  }
}
