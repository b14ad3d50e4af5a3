/** Places spread evenly over a square, the first few as well as all of them. */

/** The so-manieth of them, x and y from 0 to 1 (Halton, 1960, in bases 2 and 3). @param {number} step from 1 on @returns {[number, number]} */
export const scatter = (step) => [digitsBack(step, 2), digitsBack(step, 3)];

/** The same, over a disc of radius 1. @param {number} step from 1 on @returns {[number, number]} */
export const scatterOnDisc = (step) => {
  const [x, y] = scatter(step);
  const [away, angle] = [Math.sqrt(x), 2 * Math.PI * y];
  return [away * Math.cos(angle), away * Math.sin(angle)];
};

/** A whole number's digits behind the point, the last first. @param {number} of @param {number} base */
const digitsBack = (of, base) => {
  let [sum, share] = [0, 1];
  for (let left = of; left > 0; left = Math.floor(left / base)) {
    share /= base;
    sum += share * (left % base);
  }
  return sum;
};
