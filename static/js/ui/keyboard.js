/** The keyboard of a phone: the studio ends where it begins, so that what one types into and what is found stay in sight. */

import { byId } from "#ui/dom.js";
import { isPhone } from "#ui/sheet.js";

/** Less than this is a bar of the browser's that slid in. */
const LEAST_PX = 120;

export function keepAboveKeyboard() {
  const seen = visualViewport;
  const studio = byId("studio");
  seen?.addEventListener("resize", () => {
    const types = studio.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement;
    const covered = types && isPhone() ? Math.max(innerHeight - seen.height * seen.scale, 0) : 0;
    studio.style.setProperty("--keyboard", `${covered}px`);
    studio.toggleAttribute("data-keyboard", covered > LEAST_PX);
  });
}
