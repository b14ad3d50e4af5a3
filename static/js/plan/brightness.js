/** How bright a colour is, to draw lines on it that can be seen. */

/** The luma of ITU-R BT.601, from 0 to 255. @param {string} colour #rrggbb */
export const brightness = (colour) => [1, 3, 5].reduce((sum, place, one) => sum + parseInt(colour.slice(place, place + 2), 16) * [0.299, 0.587, 0.114][one], 0);
