/** Other people: the family that looks, the designer who takes over, the store that calls back, and who is here now. */

import { Asking } from "#ui/people/asking.js";
import { dialog } from "#ui/dialogs.js";
import { button, byId, el } from "#ui/dom.js";
import { Sharing } from "#ui/people/sharing.js";

const LAST_ACTIONS = 12;

export class People {
  /** @type {string[]} */ #actions = [];
  #asking;

  /** @param {any} boot @param {{t: import("#ui/words.js").Translate, store: import("#core/store.js").Store, studio: import("#ui/studio/studio.js").Studio}} with_ */
  constructor(boot, { t, store, studio }) {
    this.boot = boot;
    this.t = t;
    this.store = store;
    this.studio = studio;
    this.sharing = new Sharing(boot, t);
    this.#asking = new Asking(boot, t, {
      context: () => ({ screen: byId("studio").dataset.view, selected: studio.selection.current, actions: this.#actions }),
      after: () => this.#dimensions(),
    });
    store.addEventListener("fee", (event) => (this.#asking.fee = /** @type {CustomEvent} */ (event).detail.fee));
    document.addEventListener("take-along", () => this.sharing.takeAlong());
    byId("share").addEventListener("click", () => void this.sharing.open());
    byId("help").addEventListener("click", () => this.#help());
    byId("hand-over").addEventListener("click", () => this.#asking.open("hand_over"));
    const answers = document.getElementById("see-proposal"); // the designer has it already, and waits for her
    byId("hand-over").hidden = Boolean(answers) || !(boot.fee?.has_designer && ["owner", "editor"].includes(boot.right));
    store.addEventListener("kept", (event) => (this.#actions = [...this.#actions, /** @type {CustomEvent} */ (event).detail.action].slice(-LAST_ACTIONS)));
    store.addEventListener("others", (event) => this.#present(/** @type {CustomEvent} */ (event).detail.present));
  }

  /** @param {any[] | undefined} present */
  #present(present) {
    if (!present) return;
    byId("present").replaceChildren(...present.map(({ name, role }) => {
      const called = name || this.t(`studio.role_${role}`);
      return el("span", { class: "person", title: called }, el("span", { "aria-hidden": "true" }, initials(called)), el("span", { class: "only-spoken" }, called));
    }));
  }

  /** What about the dimensions: the form, and a link that lets somebody else send a photo of a sketch. */
  #dimensions() {
    const { t, boot } = this;
    const page = boot.fact_pages.brought_dimensions;
    if (!page) return [];
    return [el("div", { class: "stack" }, el("a", { class: "button", href: page }, t("hand_over.dimensions")), button("share-2", t("hand_over.photo_link"), () => void this.sharing.photoLink()))];
  }

  #help() {
    const { t, boot } = this;
    const { store } = boot;
    dialog({
      title: t("studio.help"),
      close: t("shell.close"),
      content: [
        el("p", {}, this.studio.selection.current ? t("studio.next_selected") : t("studio.next_start")),
        store.phone ? el("p", {}, el("a", { class: "button", href: `tel:${store.phone.replaceAll(" ", "")}` }, t("shell.call", { phone: store.phone }))) : null,
        store.hours ? el("p", { class: "quiet small" }, store.hours) : null,
        boot.project.id ? button("phone", t("studio.call_back"), () => this.#asking.open("call_back"), "button-solid") : null,
        ...this.#dimensions(),
        this.studio.checks ? el("p", { class: "small" }, t("checks.help")) : null,
        ...(matchMedia("(any-hover: hover)").matches ? [el("h3", {}, t("studio.keys")), el("p", { class: "small" }, t("studio.keys_text"))] : [el("p", { class: "small" }, t("studio.fingers_text"))]),
      ],
    });
  }
}

/** The first letters of the first two words. @param {string} name */
const initials = (name) => name.trim().split(/\s+/).slice(0, 2).map(([first]) => first?.toUpperCase() ?? "").join("");
