/** A photo on its way to the server: with its progress; over a broken line it is sent again by itself, and is one photo all the same. */

import { button, el } from "#ui/dom.js";
import { refusal } from "#ui/refusal.js";

/** The server takes this much in one request. */
const MOST_BYTES = 30 * 1024 * 1024;
const RETRY_MS = [2000, 4000, 8000, 15_000];
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

export class PhotoSender {
  /** @type {XMLHttpRequest | null} */ #request = null;
  /** @type {File | null} */ #file = null;
  #id = "";
  #tries = 0;
  #timer = 0;

  /** @param {{url: string, t: import("#ui/words.js").Translate, done: (answer: any) => void}} of */
  constructor({ url, t, done }) {
    this.url = url;
    this.t = t;
    this.done = done;
    this.progress = el("progress", { max: 100, value: 0, "aria-label": t("photos.file") });
    this.said = el("p", { class: "small", role: "status" });
    this.again = button("rotate-cw", t("photos.again"), () => this.#send());
    this.root = el("div", { class: "upload", hidden: true }, this.progress, this.said, this.again);
    window.addEventListener("online", () => this.#timer && this.#send());
  }

  /** @param {File} file */
  take(file) {
    this.#file = file;
    this.#id = Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) => LETTERS[byte % 32]).join("");
    this.#tries = 0;
    if (file.size > MOST_BYTES) return this.#stopped([this.t("photos.too_large")], false);
    this.#send();
  }

  #send() {
    if (!this.#file) return;
    this.#forget();
    this.#show([this.t("photos.sending", { percent: 0 })], true, false);
    const request = (this.#request = new XMLHttpRequest());
    const form = new FormData();
    form.append("file", this.#file);
    form.append("id", this.#id);
    request.open("POST", this.url);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => this.#progressed(Math.floor((100 * loaded) / (total || 1))));
    request.addEventListener("load", () => this.#answered(request));
    request.addEventListener("error", () => this.#broken());
    request.send(form);
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#request?.abort();
  }

  /** @param {number} percent */
  #progressed(percent) {
    this.progress.value = percent;
    this.said.textContent = percent < 100 ? this.t("photos.sending", { percent }) : this.t("photos.reading");
  }

  /** @param {XMLHttpRequest} request */
  #answered({ status, response }) {
    if (status >= 200 && status < 300 && response) {
      this.#show([], false, false);
      this.root.hidden = true;
      return this.done(response);
    }
    if (status >= 500 && this.#tries < RETRY_MS.length) return this.#broken();
    this.#stopped(refusal(response?.error, this.t("photos.not_now")), status >= 500);
  }

  /** No answer came: it may have arrived all the same, and its id tells. */
  #broken() {
    const pause = RETRY_MS[Math.min(this.#tries, RETRY_MS.length - 1)];
    this.#tries += 1;
    this.#show([this.t("photos.waiting")], true, true);
    this.#timer = window.setTimeout(() => this.#send(), pause);
  }

  /** @param {(string | Node)[]} words @param {boolean} again */
  #stopped(words, again) {
    this.#show(words, false, again);
  }

  /** @param {(string | Node)[]} words @param {boolean} isSending @param {boolean} again */
  #show(words, isSending, again) {
    this.root.hidden = false;
    this.progress.hidden = !isSending;
    this.again.hidden = !again;
    this.said.replaceChildren(...words);
  }
}

/** The browser's file field behind a button of ours; a photo goes out as it is chosen. @param {HTMLInputElement} input @param {PhotoSender} sender */
export function sendsWhenChosen(input, sender) {
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) sender.take(file);
    input.value = "";
  });
}
