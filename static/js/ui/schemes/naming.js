/** A scheme as it is kept: its values by slot, under a name that she gives, or one of its colours. */

import { textDialog } from "#ui/dialogs.js";

/** @typedef {import("#ui/schemes/asking.js").Told} Told */

const MOST = 60;

/** @param {Pick<Told, "slots">} scheme @returns {Record<string, string>} */
export const valuesOf = ({ slots }) => Object.fromEntries(slots.map(({ slot, value }) => [slot, value]));

/** @param {import("#ui/schemes/cards.js").Speaker} speaker @param {Pick<Told, "slots">} scheme @param {(name: string) => void} keep */
export function askName({ t, language }, { slots }, keep) {
  const value = slots.slice(0, 2).map(({ name }) => name[language]).join(", ").slice(0, MOST);
  textDialog({ title: t("schemes.keep"), label: t("schemes.name"), value, most: MOST, t }, (name) => keep(name || value));
}
