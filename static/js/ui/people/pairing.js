/** Six digits that open the project on another device, with how long they still work, said in words. */

import { dialog } from "#ui/dialogs.js";
import { button, el } from "#ui/dom.js";

const TICK_MS = 5_000;
const MINUTE_MS = 60_000;

/** @typedef {{number: string, seconds: number, address: string, qr: string}} Given */

/** @param {import("#ui/words.js").Translate} t @param {() => Promise<Given | null>} ask for a number */
export async function pairingDialog(t, ask) {
  const place = el("div", { class: "pairing" });
  const given = await ask();
  if (!given) return;
  const shown = dialog({ title: t("sharing.other_device"), close: t("shell.close"), content: [place] });
  show(place, t, given, ask);
  shown.querySelector("button")?.focus();
}

/** @param {HTMLElement} place @param {import("#ui/words.js").Translate} t @param {Given} given @param {() => Promise<Given | null>} ask */
function show(place, t, { number, seconds, address, qr }, ask) {
  const ends = Date.now() + seconds * 1000;
  const left = el("p", { class: "pairing-left", role: "status" });
  const digits = `${number.slice(0, 3)} ${number.slice(3)}`;
  const shown = el("p", { class: "pairing-number number", "aria-label": t("sharing.number", { digits: [...number].join(" ") }), role: "img" }, digits);
  place.replaceChildren(
    el("p", {}, t("sharing.other_device_text", { address })),
    el("div", { class: "pairing-way" }, shown, el("img", { class: "pairing-qr", src: qr, alt: t("sharing.qr"), width: 132, height: 132 })),
    left, el("p", { class: "quiet small" }, t("sharing.both_stay")));
  const tick = () => {
    const minutes = Math.ceil((ends - Date.now()) / MINUTE_MS);
    if (minutes <= 0) return over(place, t, ask);
    say(left, minutes > 1 ? t("sharing.works_minutes", { n: minutes }) : t("sharing.works_last"));
    if (place.isConnected) setTimeout(tick, TICK_MS);
  };
  tick();
}

/** @param {HTMLElement} place @param {import("#ui/words.js").Translate} t @param {() => Promise<Given | null>} ask */
function over(place, t, ask) {
  const renew = async () => {
    const given = await ask();
    if (given) show(place, t, given, ask);
  };
  place.replaceChildren(el("p", { role: "status" }, t("sharing.over")), button("", t("sharing.new_number"), () => void renew(), "button-solid"));
}

/** Only what changes is said again. @param {HTMLElement} place @param {string} words */
function say(place, words) {
  if (place.textContent !== words) place.textContent = words;
}
