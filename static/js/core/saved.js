/** Where one's edits are, in one word for the screen. */

/**
 * @typedef {"idle" | "sending" | "offline" | "signed_out"} Link How the line to the server is.
 *
 * @typedef {object} Saved
 * @property {"saved" | "kept" | "saving" | "offline"} state On the server, in this browser only, neither yet, in this browser while the line is down.
 * @property {number} pending How many edits the server has not confirmed.
 * @property {Link} link
 * @property {"signed_out" | "storage" | null} reason What a person can do something about.
 */

/** @param {{pending: number, writing: boolean, link: Link, keeps: boolean}} now @returns {Saved} */
export const savedNow = ({ pending, writing, link, keeps }) => {
  const reason = link === "signed_out" ? "signed_out" : keeps ? null : "storage";
  return { state: stateOf(pending, link, writing || !keeps), pending, link, reason };
};

/** @param {number} pending @param {Link} link @param {boolean} atRisk @returns {Saved["state"]} */
const stateOf = (pending, link, atRisk) => {
  if (pending === 0) return "saved";
  if (atRisk || link === "sending") return "saving";
  return link === "offline" ? "offline" : "kept";
};
