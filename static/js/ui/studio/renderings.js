/** Pictures in true light of the room one stands in: asked of the server, and looked at while they grow finer. */

import { button, el } from "#ui/dom.js";
import { largePicture } from "#ui/studio/large_picture.js";
import { lightWords } from "#ui/studio/light_panel.js";
import { toast } from "#ui/toasts.js";

/** @typedef {{id: string, state: "waiting" | "drawn" | "failed", percent: number, cover: boolean, url: string | null, light: {mode: string, season: string, minute: number}}} Rendering */

const LOOK_MS = 2000;
const MOST_WAIT_MS = 3000;

export class Renderings extends EventTarget {
  root = el("section", { class: "stack renderings", "aria-labelledby": "renderings-title" });
  /** As the server last told; null: nothing yet. @type {{possible: boolean, renderings: Rendering[]} | null} */
  #told = null;
  /** What is to be read instead of how far it is. */
  #said = "";
  /** The address of the view that was asked for last, or "". */
  #seen = "";
  #timer = 0;

  /** @param {import("#ui/studio/studio.js").Studio} studio @param {import("#scene/scene_view.js").SceneView} scene @param {string} url */
  constructor(studio, scene, url) {
    super();
    this.studio = studio;
    this.scene = scene;
    this.url = url;
    scene.addEventListener("mode", () => this.root.isConnected && this.#draw());
  }

  /** Asks how far they are, and again as long as one is being drawn. */
  async look() {
    clearTimeout(this.#timer);
    const answer = await this.#ask("GET", "/");
    const was = this.#underWay;
    if (answer) this.#told = answer;
    else if (!this.#told) this.#said = this.studio.t("renderings.unreachable");
    if (was && !this.#underWay) this.#tellEnd(was.id);
    if (this.#underWay) this.#timer = window.setTimeout(() => void this.look(), LOOK_MS);
    if (this.root.isConnected || !this.root.hasChildNodes()) this.#draw();
  }

  get #underWay() {
    return this.#told?.renderings.find(({ state }) => state === "waiting");
  }

  #draw() {
    const { t } = this.studio;
    const held = this.root.contains(document.activeElement) ? document.activeElement?.id : null;
    const ready = this.#told?.renderings.filter(({ state, url }) => state === "drawn" && url) ?? [];
    this.root.replaceChildren(
      el("h3", { id: "renderings-title" }, t("renderings.title")),
      ...(this.#told?.possible === false ? [el("p", { class: "small" }, t("renderings.not_here"))] : this.#underWay ? this.#growing(this.#underWay) : this.#beginning()),
      el("p", { class: "small", role: "status" }, this.#said),
      ...ready.map((one) => this.#card(one)),
      ready.length || this.#underWay ? el("p", { class: "quiet small" }, t("renderings.honest")) : "");
    if (held) document.getElementById(held)?.focus();
  }

  #beginning() {
    const { t, mayEdit } = this.studio;
    if (!mayEdit || !this.#told) return [];
    if (this.scene.mode !== "walk") return [el("p", { class: "quiet small" }, t("renderings.go_inside")), this.#entering()];
    const make = button("camera", t("renderings.make"), () => void this.#begin());
    make.id = "make-rendering";
    return [el("p", { class: "quiet small" }, t("renderings.lead")), make];
  }

  #entering() {
    const enter = button("footprints", this.studio.t("levels.walk"), () => {
      this.scene.walk();
      document.getElementById("make-rendering")?.focus();
    });
    enter.id = "enter-room";
    return enter;
  }

  /** @param {Rendering} one */
  #growing(one) {
    const { t, mayEdit } = this.studio;
    const stop = button("x", t("renderings.stop"), () => void this.#stop(one));
    stop.id = "stop-rendering";
    return [
      ...(one.url ? [this.#picture(one)] : [this.#before()]),
      el("progress", { max: 100, value: one.percent, "aria-label": t("renderings.title") }),
      el("p", { class: "small number" }, one.url ? t("renderings.percent", { n: one.percent }) : t("renderings.begun")),
      mayEdit ? stop : ""];
  }

  /** What stands there until the first picture comes: the view that it is made of, grey. */
  #before() {
    return this.#seen ? el("img", { class: "rendering-empty", src: this.#seen, alt: "" }) : el("div", { class: "rendering-empty" });
  }

  /** @param {Blob | null} picture */
  #keepSeen(picture) {
    if (this.#seen) URL.revokeObjectURL(this.#seen);
    this.#seen = picture ? URL.createObjectURL(picture) : "";
  }

  /** @param {Rendering} one */
  #card(one) {
    const { t, mayEdit } = this.studio;
    return el("figure", { class: "rendering" },
      this.#picture(one),
      el("figcaption", { class: "quiet small" }, lightWords(t, one.light)),
      el("div", { class: "rendering-acts" },
        el("a", { class: "button", href: `${one.url}&download`, download: "" }, t("renderings.download")),
        mayEdit ? button(one.cover ? "x" : "image", t(one.cover ? "renderings.off_cover" : "renderings.to_cover"), () => void this.#putOnCover(one)) : "",
        mayEdit ? button("trash-2", t("renderings.remove"), () => void this.#remove(one, t("renderings.removed"))) : ""));
  }

  /** @param {Rendering} one */
  #picture({ url, light }) {
    const { t } = this.studio;
    const about = t("renderings.alt", { light: lightWords(t, light).toLowerCase() });
    return el("button", { type: "button", class: "rendering-picture", title: t("renderings.enlarge"), onclick: () => largePicture(String(url), about, t("shell.close")) },
      el("img", { src: url, alt: about, width: 1200, height: 750, loading: "lazy" }));
  }

  async #begin() {
    await this.#sent();
    const answer = await this.#ask("POST", "/", { variant: this.studio.store.variant, view: this.scene.stand });
    if (answer) {
      this.#said = "";
      this.#keepSeen(await this.scene.picture());
    }
    await this.look();
  }

  /** @param {Rendering} one */
  async #stop(one) {
    await this.#remove(one, "");
    if (!this.#told?.renderings.some(({ id }) => id === one.id)) toast(this.studio.t("renderings.stopped"));
  }

  /** What was changed a moment ago is to be in the picture. */
  #sent() {
    const { store } = this.studio;
    if (!store.saved.pending) return Promise.resolve();
    return new Promise((go) => {
      setTimeout(go, MOST_WAIT_MS);
      store.addEventListener("saved", () => store.saved.pending || go(undefined));
    });
  }

  /** On the documents' cover, or off it. @param {Rendering} one */
  async #putOnCover(one) {
    const answer = await this.#ask("PUT", `/${one.id}/cover`, { on: !one.cover });
    if (answer) this.#said = answer.cover ? this.studio.t("renderings.is_cover") : "";
    await this.look();
  }

  /** @param {Rendering} one @param {string} said */
  async #remove(one, said) {
    if (await this.#ask("DELETE", `/${one.id}`)) {
      if (this.#told) this.#told.renderings = this.#told.renderings.filter(({ id }) => id !== one.id);
      this.#said = said;
    }
    await this.look();
  }

  /** One that is over: stopped ones are gone. @param {string} id */
  #tellEnd(id) {
    const { t } = this.studio;
    const over = this.#told?.renderings.find((one) => one.id === id);
    if (!over) return;
    this.#said = t(over.state === "drawn" ? "renderings.done" : "renderings.failed");
    if (!this.root.isConnected) toast(this.#said, { label: t("renderings.show"), press: () => this.dispatchEvent(new Event("wanted")) });
  }

  /** What the server answers; null, and its reason is said, when it refuses. @param {string} method @param {string} what @param {object} [body] */
  async #ask(method, what, body) {
    const response = await fetch(`${this.url}${what}`, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (response?.ok) return answer;
    if (method !== "GET") this.#said = answer?.error?.text ?? this.studio.t("renderings.unreachable");
    return null;
  }
}
