/** A found room gets a name and a use, and what is known of its walls; its label is made where there is none. */

import { newId } from "#model/ids.js";

/**
 * @param {{level: string, label: string | null, at: [number, number]}} room @param {{name?: string, use?: string, before?: string, ground?: string}} called
 * @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts}
 */
export const nameRoom = ({ level, label, at }, called) => () => ({
  action: "name_room",
  input: "typed",
  set: { [`rooms/${label ?? newId("rooms")}`]: label ? called : { level, at, ...called } },
});
