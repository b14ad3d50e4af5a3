/** The walls around a house: those that have no room on at least one of their sides. */

/** @param {import("#geometry/outline.js").Found} found @param {string} level @returns {string[]} ids; all walls where there is no room yet */
export function outerWalls(found, level) {
  const edges = found.rooms.filter((room) => room.level === level).flatMap(({ boundary }) => boundary);
  const walls = [...(found.solids.get(level)?.keys() ?? [])];
  const outer = walls.filter((wall) => !["left", "right"].every((side) => edges.some((edge) => edge.wall === wall && edge.side === side)));
  return outer.filter((wall) => edges.length === 0 || edges.some((edge) => edge.wall === wall));
}
