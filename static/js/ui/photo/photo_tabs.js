/** The photos of the project beside each other, and one more. */

import { dialog } from "#ui/dialogs.js";
import { el, icon } from "#ui/dom.js";
import { renew } from "#ui/photo/renewing.js";
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
