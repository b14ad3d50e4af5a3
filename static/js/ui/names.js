/** What things are called: a room or an item by its own name, else by its use or kind. */

/** @param {{t: import("#ui/words.js").Translate, kinds: import("#model/kinds.js").Kinds, language: "pl" | "en"}} with_ */
export const namesOf = ({ t, kinds, language }) => {
  const kindName = (/** @type {any} */ kind) => capital(kind.names[language].one);
  return {
    kindName,
    /** @param {any} room a found one */
    roomName: (room) => room.name || (room.use ? t(`plan.use_${room.use}`) : t("plan.room")),
    /** @param {any} item */
    itemName: (item) => item.name || (kinds.has(item.kind) ? kindName(kinds.get(item.kind)) : item.kind),
  };
};

/** @param {string} words */
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
