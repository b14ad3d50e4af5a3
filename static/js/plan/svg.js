/** Making SVG elements: presentation by attributes alone, since the page's policy allows no style attribute. */

const NAMESPACE = "http://www.w3.org/2000/svg";

/** @typedef {readonly [number, number]} Point */

/** @param {string} tag @param {Record<string, unknown>} [attributes] @param {...(Node | string)} children */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/** A closed ring as path data, millimetres to a tenth. @param {readonly Point[]} points */
export const ring = (points) => (points.length ? `M${points.map(pair).join("L")}Z` : "");

/** An open line as path data. @param {readonly Point[]} points */
export const line = (points) => (points.length ? `M${points.map(pair).join("L")}` : "");

/** @param {Point} point */
const pair = ([x, y]) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
