/** A designer lets a finding be, with a reason, or looks at it again. */

import { newId } from "#model/ids.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */

/** @param {string} finding its key @param {string} reason @param {string} [id] @returns {(document: Document) => Parts} */
export const waive = (finding, reason, id = newId("waivers")) => () => ({
  action: "waive_finding",
  input: "picked",
  set: { [`waivers/${id}`]: { finding, reason } },
});

/** Nothing where it is not waived. @param {string} finding its key @returns {(document: Document) => Parts | null} */
export const unwaive = (finding) => (document) => {
  const held = Object.entries(document.waivers ?? {}).filter(([, waiver]) => waiver.finding === finding);
  return held.length ? { action: "unwaive_finding", input: "picked", remove: held.map(([id]) => `waivers/${id}`) } : null;
};
