/** What keeps a wall or a column where it is, and lets it go again. */

import { changeEntity } from "#model/actions/change_entity.js";
import { button } from "#ui/dom.js";

/** @param {import("#ui/studio/studio.js").Studio} studio @param {string} path @param {{locked: boolean}} entity */
export const lockButton = ({ t, store }, path, { locked }) =>
  button(locked ? "lock-open" : "lock", t(locked ? "arranging.unlock" : "arranging.lock"), () => store.perform(changeEntity(path, { locked: !locked }, { action: "lock" })));
