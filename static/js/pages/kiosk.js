// A kiosk: the screen lowered, the project taken along, and the end of each visit, asked for or by itself.
import { byId } from "#ui/dom.js";
import { Idle } from "#ui/kiosk/idle.js";
import { wipe } from "#ui/kiosk/wipe.js";
import { pageData, wordsOf } from "#ui/words.js";

const TOUCHES = ["pointerdown", "keydown", "wheel"];

const t = wordsOf(pageData("kiosk-words"), document.documentElement.lang);
const asked = /** @type {HTMLDialogElement} */ (byId("kiosk-idle"));

if (document.getElementById("kiosk-first")) await wipe();
else watch();

const low = byId("kiosk-lower");
low.addEventListener("click", () => lower(!document.documentElement.hasAttribute("data-low")));
lower(sessionStorage.getItem("low") === "yes");

const along = byId("kiosk-along");
along.hidden = document.getElementById("share")?.hidden ?? true;
along.addEventListener("click", () => document.dispatchEvent(new Event("take-along")));

/** For this visit. @param {boolean} isLow */
function lower(isLow) {
  document.documentElement.toggleAttribute("data-low", isLow);
  low.setAttribute("aria-pressed", String(isLow));
  sessionStorage.setItem("low", isLow ? "yes" : "no");
}

/** Whether somebody is still there. */
function watch() {
  const idle = new Idle({
    warn: (seconds) => {
      byId("kiosk-left").textContent = t("kiosk.left", { n: seconds });
      if (!asked.open) asked.showModal();
    },
    back: () => asked.close(),
    over: () => /** @type {HTMLFormElement} */ (byId("kiosk-over")).submit(),
  });
  for (const touch of TOUCHES) document.addEventListener(touch, () => idle.touch(), { capture: true, passive: true });
}
