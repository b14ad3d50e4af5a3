/** The photos of the project beside each other, and one more. */

import { dialog } from "#ui/dialogs.js";
import { el, icon } from "#ui/dom.js";
import { PhotoSender, sendsWhenChosen } from "#ui/photo/sender.js";

/** @param {HTMLElement} root @param {import("#ui/photo/painter.js").Painter} painter */
export function photoTabs(root, painter) {
  const { t } = painter;
  const show = () => {
    const tabs = painter.photos.map(({ id }, place) =>
      el("button", { type: "button", class: "tab", "data-key": id, "aria-pressed": String(id === painter.photoId), onclick: () => painter.open(id) }, t("photos.photo_n", { n: place + 1 })));
    root.hidden = tabs.length < 2;
    renew(root, tabs);
  };
  painter.addEventListener("change", show);
  show();
}

/** What a part shows from now on; who stands in it with the keyboard stays at the same thing. @param {HTMLElement} part @param {(Node | null)[]} nodes */
export function renew(part, nodes) {
  const key = part.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.key : undefined;
  part.replaceChildren(...nodes.filter((node) => node !== null));
  if (key) /** @type {HTMLElement | null} */ (part.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus({ preventScroll: true });
}

/** One more photo. @param {import("#ui/photo/painter.js").Painter} painter */
export function bringPhoto(painter) {
  const { t } = painter;
  const input = el("input", { id: "photo-file", type: "file", accept: "image/*,.heic,.heif,.avif", class: "only-spoken", "aria-label": t("photos.send") });
  const sender = new PhotoSender({ url: `${painter.boot.project.url}/photos/`, t, done: (photo) => (shown.close(), painter.add(photo)) });
  const shown = dialog({
    title: t("photos.add_photo"),
    close: t("shell.cancel"),
    content: [
      el("p", { class: "quiet small" }, t("photos.own_text")),
      el("div", { class: "photo-file" }, input, el("label", { class: "button button-solid", for: "photo-file" }, icon("camera"), el("span", {}, t("photos.send")))),
      sender.root,
    ],
  });
  sendsWhenChosen(input, sender);
}
