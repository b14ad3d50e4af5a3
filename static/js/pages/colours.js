// The wall of colour of a store.

import { readDeck } from "#colour/deck.js";
import { Explorer } from "#ui/explorer/explorer.js";
import { byId } from "#ui/dom.js";
import { pageData, wordsOf } from "#ui/words.js";

const boot = pageData("boot");
const language = /** @type {"pl" | "en"} */ (document.documentElement.lang);
const t = wordsOf(pageData("words"), language);

try {
  const answer = await fetch(boot.catalogue);
  if (!answer.ok) throw new Error(String(answer.status));
  new Explorer(boot, { deck: readDeck(await answer.json()), t, language });
  document.documentElement.dataset.ready = "true";
} catch {
  byId("told").textContent = t("explorer.not_loaded");
}
