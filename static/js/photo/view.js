/** Where a photo lies on the screen: at first whole and in the middle; zoomed about a place, and never lost from sight. */

/**
 * @typedef {{width: number, height: number}} Size
 * @typedef {{scale: number, x: number, y: number}} View the photo's upper left corner and how large its pixels are, in CSS pixels
 */

const CLOSEST = 8;

/** @param {Size} photo @param {Size} frame @returns {View} */
export function whole(photo, frame) {
  const scale = Math.min(frame.width / photo.width, frame.height / photo.height);
  return held({ scale, x: 0, y: 0 }, photo, frame);
}

/** The place of the screen stays where it is. @param {View} view @param {number} factor @param {[number, number]} about @param {Size} photo @param {Size} frame */
export function zoomed(view, factor, [x, y], photo, frame) {
  const least = whole(photo, frame).scale;
  const scale = Math.min(Math.max(view.scale * factor, least), least * CLOSEST);
  const grown = scale / view.scale;
  return held({ scale, x: x - (x - view.x) * grown, y: y - (y - view.y) * grown }, photo, frame);
}

/** @param {View} view @param {[number, number]} by @param {Size} photo @param {Size} frame */
export const moved = (view, [x, y], photo, frame) => held({ ...view, x: view.x + x, y: view.y + y }, photo, frame);

/** The photo's pixel at a place of the screen; the nearest one beside it. @param {View} view @param {[number, number]} at @param {Size} photo @returns {[number, number]} */
export function pixelAt({ scale, x, y }, at, photo) {
  return [within(Math.floor((at[0] - x) / scale), 0, photo.width - 1), within(Math.floor((at[1] - y) / scale), 0, photo.height - 1)];
}

/** Whether a place of the screen is on the photo. @param {View} view @param {[number, number]} at @param {Size} photo */
export function isOn({ scale, x, y }, at, photo) {
  return at[0] >= x && at[1] >= y && at[0] < x + photo.width * scale && at[1] < y + photo.height * scale;
}

/** @param {View} view @param {Size} photo @param {Size} frame @returns {View} */
function held({ scale, x, y }, photo, frame) {
  return { scale, x: along(x, photo.width * scale, frame.width), y: along(y, photo.height * scale, frame.height) };
}

/** In the middle where there is room, else without a gap at either side. @param {number} start @param {number} length @param {number} room */
const along = (start, length, room) => (length <= room ? (room - length) / 2 : within(start, room - length, 0));

/** @param {number} value @param {number} least @param {number} most */
const within = (value, least, most) => Math.min(Math.max(value, least), most);
