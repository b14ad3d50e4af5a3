/** The paints nearest to a colour, how far they are, and what that means to the eye. */

import { deltaE } from "#colour/difference.js";
import { sayDifference } from "#colour/words.js";

/**
 * The n paints nearest to a Lab colour, nearest first; of equals the earlier in the deck first.
 * @param {import("#colour/deck.js").Deck} deck
 * @param {import("#colour/convert.js").Triple} lab
 */
export function nearest(deck, lab, n = 5) {
  return deck.paints
    .map((paint) => ({ paint, deltaE: deltaE(lab, paint.lab) }))
    .sort((one, other) => one.deltaE - other.deltaE)
    .slice(0, n)
    .map((near) => ({ ...near, words: sayDifference(near.deltaE) }));
}
