/** Findings in the order in which people read them: few at once, by room, with what a designer lets be apart. */

/** @typedef {import("#core/findings.js").Finding} Finding */

/** So many stand open; where there are more, the gravest of them. */
const MOST_OPEN = 4;

/** Those that nobody has waived. @param {readonly Finding[]} findings */
export const open = (findings) => findings.filter(({ waived }) => waived === null);

/** Those about an entity that nobody has waived. @param {readonly Finding[]} findings @param {string} path `items/<id>` */
export const about = (findings, path) => open(findings).filter(({ entities }) => entities.includes(path));

/** The gravest few, and the rest to be unfolded; a single one is not worth folding. @param {readonly Finding[]} findings the gravest first @returns {[Finding[], Finding[]]} */
export function few(findings) {
  const shown = findings.length <= MOST_OPEN + 1 ? findings.length : MOST_OPEN;
  return [findings.slice(0, shown), findings.slice(shown)];
}

/** By room, the room of the gravest first. @param {readonly Finding[]} findings @returns {[number | null, Finding[]][]} */
export function byRoom(findings) {
  /** @type {Map<number | null, Finding[]>} */
  const rooms = new Map();
  for (const finding of findings) rooms.set(finding.room, [...(rooms.get(finding.room) ?? []), finding]);
  return [...rooms];
}

/** Whether what is wanted is the least there may be, or the most. @param {Finding} finding @returns {"least" | "most"} */
export const boundOf = ({ value, wanted }) => (value < wanted ? "least" : "most");

/** The box [x0, y0, x1, y1] about where it is and the things that it is about, mm; null when it is nowhere. @param {Finding} finding @param {import("#core/log.js").Document} document @returns {[number, number, number, number] | null} */
export function boxOf({ where, entities }, document) {
  const things = entities.flatMap((path) => cornersOf(path.startsWith("items/") ? document.items?.[path.slice(6)] : undefined));
  return boxAbout([...where.flat(), ...things]);
}

/** @param {any} item @returns {[number, number][]} of the square that holds it however it is turned */
function cornersOf(item) {
  if (!item) return [];
  const half = Math.max(item.size[0], item.size[1]) / 2;
  return [[item.at[0] - half, item.at[1] - half], [item.at[0] + half, item.at[1] + half]];
}

/** The box [x0, y0, x1, y1] about points; null about none. @param {readonly (readonly [number, number])[]} points @returns {[number, number, number, number] | null} */
export function boxAbout(points) {
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The element that is shown as selected with it: the first that stands in the plan. @param {Finding} finding @param {import("#core/log.js").Document} document */
export const subjectOf = ({ entities }, document) =>
  entities.find((path) => {
    const [collection, id] = path.split("/");
    return ["items", "openings", "walls"].includes(collection) && Boolean(document[collection]?.[id]);
  }) ?? null;
