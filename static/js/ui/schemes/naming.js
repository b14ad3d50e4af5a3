/** A scheme as it is kept: its values by slot, under a name that she gives, or one of its colours. */

import { textDialog } from "#ui/dialogs.js";

/** @typedef {import("#ui/schemes/asking.js").Told} Told */

const MOST = 60;

/** @param {Pick<Told, "slots">} scheme @returns {Record<string, string>} */
export const valuesOf = ({ slots }) => Object.fromEntries(slots.map(({ slot, value }) => [slot, value]));

/** Whether the kept scheme has these colours on this second wall. @param {import("#ui/schemes/asking.js").Kept} kept @param {Told} worn @param {[string, string] | null} second */
export const isSame = (kept, worn, second) => String(kept.second) === String(second) && kept.slots.length === worn.slots.length && worn.slots.every(({ slot, value }) => valuesOf(kept)[slot] === value);

/** The name offered is said again in the language of whoever reads it (`schemes/told.py`). @param {import("#ui/schemes/cards.js").Speaker} speaker @param {Pick<Told, "slots">} scheme @param {(name: string) => void} keep */
export function askName({ t, language }, { slots }, keep) {
  const value = slots.slice(0, 2).map(({ name }) => name[language]).join(", ").slice(0, MOST);
  textDialog({ title: t("schemes.keep"), label: t("schemes.name"), value, most: MOST, t }, (name) => keep(name || value));
}
