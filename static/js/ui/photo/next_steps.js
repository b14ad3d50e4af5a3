/** What one does with a painted photo: order the paint's sample, keep it, send it to the family, hand it to a designer. */

import { Asking } from "#ui/people/asking.js";
import { dialog } from "#ui/dialogs.js";
import { button, el, icon } from "#ui/dom.js";
import { formatsOf } from "#ui/format.js";
import { PaintsToBuy } from "#ui/paints_to_buy.js";
import { bringPhoto } from "#ui/photo/photo_tabs.js";
import { sampleForm } from "#ui/sample_form.js";
import { Sharing } from "#ui/people/sharing.js";

/** @param {import("#ui/photo/painter.js").Painter} painter @returns {() => (Node | null)[]} */
export function nextSteps(painter) {
  const { t, boot } = painter;
  const sharing = new Sharing(boot, t, t("photos.share_text"));
  const asking = new Asking(boot, t, { context: () => ({ screen: "photos.paint", selected: null, actions: ["paint_photo"] }) });
  const mayShare = ["owner", "editor", "staff"].includes(boot.right);
  const paints = new PaintsToBuy({ url: boot.project.url, address: boot.project.address }, { ...painter, format: formatsOf(painter.language) });
  const hasDesigner = boot.fee?.has_designer && ["owner", "editor"].includes(boot.right);
  return () => {
    const codes = painter.walls.map(({ paint }) => paint).filter((code) => code !== null);
    const { outbox } = painter;
    return [
      el("h2", {}, t("photos.next_steps")),
      painter.isApproximate ? el("p", { class: "small quiet" }, t("photos.approximate_text")) : null,
      el("div", { class: "stack" },
        outbox || !painter.mayEdit ? null : button("camera", t("photos.add_photo"), () => bringPhoto(painter), "button-solid"),
        codes.length ? paints.section() : null,
        boot.samples && codes.length ? sampleForm(boot.samples, codes, t("photos.samples")) : null,
        boot.samples?.count ? link("shopping-basket", t("photos.tray", { n: boot.samples.count }), boot.samples.tray) : null,
        outbox && codes.length ? link("download", t("photos.download"), `${outbox.photo.url}/download.jpg`) : null,
        mayShare ? button("share-2", t("studio.share"), () => void sharing.open()) : null,
        hasDesigner ? button("send", t("studio.hand_over"), () => asking.open("hand_over")) : null,
        outbox && painter.mayEdit ? button("plus", t("photos.add_photo"), () => bringPhoto(painter)) : null,
        boot.has_plan || painter.mayEdit ? link("layout-panel-left", t("photos.open_studio"), boot.project.address) : null,
        painter.wall && painter.mayEdit ? button("x", t("photos.remove_wall"), () => painter.perform({ do: "remove", wall: painter.wallId })) : null,
        outbox && painter.mayEdit ? button("trash-2", t("photos.remove_photo"), () => askToRemove(painter)) : null),
    ];
  };
}

/** @param {string} symbol @param {string} words @param {string} href */
const link = (symbol, words, href) => el("a", { class: "button", href }, icon(symbol), el("span", {}, words));

/** @param {import("#ui/photo/painter.js").Painter} painter */
function askToRemove(painter) {
  const { t } = painter;
  const shown = dialog({
    title: t("photos.remove_sure"),
    close: t("shell.cancel"),
    content: [el("p", {}, t("photos.remove_text")), button("trash-2", t("photos.remove_photo"), () => (shown.close(), void painter.removePhoto()), "button-solid")],
  });
}
