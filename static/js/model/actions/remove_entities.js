/** Entities go, and with them what cannot stand without them: a wall's openings and finishes, a slope's windows and dormers, a dormer's windows, a column's, a niche's and a room's finishes; what is locked stays. */

import { openingsIn } from "#model/dormer_fronts.js";
import { dormersIn, entity, finishesOf, openingsOf, skylightsIn } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */

/** @param {string[]} paths @returns {(document: Document) => import("#core/log.js").Parts | null} */
export const removeEntities = (paths) => (document) => {
  const there = paths.filter((path) => canGo(document, path));
  const gone = new Set(there.flatMap((path) => [path, ...dependent(document, path)]));
  return gone.size ? { action: "remove", input: "picked", remove: [...gone] } : null;
};

/** @param {Document} document @param {string} path */
const canGo = (document, path) => {
  const [collection, id] = path.split("/");
  return Boolean(document[collection]?.[id]) && !document[collection][id].locked;
};

/** @param {Document} document @param {string} path @returns {string[]} */
const dependent = (document, path) => {
  const [collection, id] = path.split("/");
  if (collection === "rooms") return finishesOf(document, { room: id }).map((finish) => `finishes/${finish.id}`);
  if (collection === "openings") return finishesOf(document).filter(({ opening }) => opening === id).map((finish) => `finishes/${finish.id}`);
  if (collection === "slopes") return [...skylightsIn(document, id).map((window) => `skylights/${window.id}`), ...dormersIn(document, id).map((dormer) => `dormers/${dormer.id}`)];
  if (collection === "dormers") return openingsIn(document, entity(document, "dormers", id)).flatMap((opening) => [`openings/${opening.id}`, ...dependent(document, `openings/${opening.id}`)]);
  if (collection === "solids") return finishesOf(document, { wall: id }).map((finish) => `finishes/${finish.id}`);
  if (collection !== "walls") return [];
  return [
    ...openingsOf(document, id).flatMap((opening) => [`openings/${opening.id}`, ...dependent(document, `openings/${opening.id}`)]),
    ...finishesOf(document, { wall: id }).map((finish) => `finishes/${finish.id}`),
  ];
};
