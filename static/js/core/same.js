/** Whether two values of a document are equal, however deep and in whatever order their fields stand. */

/** @param {unknown} one @param {unknown} other @returns {boolean} */
export const same = (one, other) => {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => sameField(one, other, name));
};

/** @param {object} one @param {object} other @param {string} name */
const sameField = (one, other, name) =>
  Object.hasOwn(other, name) && same(Reflect.get(one, name), Reflect.get(other, name));
