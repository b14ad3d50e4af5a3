/** The words that say where the work is: saved, being saved, kept in this browser, or in danger. */

import { askToStay } from "#core/storage.js";
import { byId } from "#ui/dom.js";
import { toast } from "#ui/toasts.js";

const JUST_MS = 60_000;

export class SavedSign {
  #savedAt = 0;
  /** The state of storage that was told last. */
  #warned = "ready";

  /** @param {import("#core/store.js").Store} store @param {import("#ui/words.js").Translate} t */
  constructor(store, t) {
    this.t = t;
    this.store = store;
    this.sign = byId("saved");
    store.addEventListener("saved", (event) => this.#show(/** @type {CustomEvent} */ (event).detail));
    store.addEventListener("storage", (event) => this.#storage(/** @type {CustomEvent} */ (event).detail.state));
    store.addEventListener("others", (event) => this.#lost(/** @type {CustomEvent} */ (event).detail.lost ?? []));
    store.addEventListener("kept", () => void askToStay(), { once: true });
    window.addEventListener("beforeunload", (event) => store.saved.reason === "storage" && store.saved.pending && event.preventDefault());
    this.#show(store.saved);
    setInterval(() => this.#show(store.saved), JUST_MS / 2);
  }

  /** @param {any} saved */
  #show(saved) {
    if (saved.state === "refused") return void toast(saved.reason === "not_your_variant" ? this.t("proposals.not_your_variant") : this.t("studio.refused", { path: saved.path }));
    if (saved.reason === "signed_out") return this.#say("studio.signed_out");
    if (saved.reason === "storage") return saved.link === "offline" && saved.pending ? this.#say("studio.not_kept_offline", { n: saved.pending }) : this.#say("studio.not_kept");
    if (saved.state === "saved") {
      if (!saved.pending && this.#pending) this.#savedAt = Date.now();
      this.#say(Date.now() - this.#savedAt < JUST_MS ? "studio.saved_now" : "studio.saved");
    } else if (saved.state === "offline") this.#say("studio.offline", { n: saved.pending });
    else this.#say("studio.saving");
    this.#pending = saved.pending;
  }

  #pending = 0;

  /** @param {string} key @param {Record<string, unknown>} [values] */
  #say(key, values) {
    const words = this.t(key, values);
    if (this.sign.textContent !== words) this.sign.textContent = words;
    this.sign.dataset.state = key.split(".")[1];
  }

  /** Said before the first edit is at risk. @param {string} state */
  #storage(state) {
    if (state === "ready" || state === this.#warned) return;
    this.#warned = state;
    toast(this.t(`studio.storage_${state}`), { label: this.t("shell.close"), press: () => {} }, true);
  }

  /** @param {any[]} lost */
  #lost(lost) {
    if (lost.length) toast(this.t("studio.others_changed", { n: lost.length }));
  }
}
