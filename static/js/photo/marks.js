/** What is marked on a photo: steps as they were done, and the walls that follow from them. As configurator/photos/marks.py does. */

/**
 * @typedef {[number, number]} Place a pixel of the photo
 * @typedef {{way: string, code?: string, of?: string, at?: Place, hex?: string}} Old
 * @typedef {{id: string, taps: Place[], keep: Place[], lines: [Place, Place][], brush: {wall: boolean, points: Place[], width: number}[], paint: string | null, old: Old | null, slot?: string}} Wall those marked before there were slots have none, which is `wall`
 * @typedef {{id: string, do: string, wall?: string, by?: string, [name: string]: any}} Edit
 * @typedef {{base: Wall[], steps: Edit[], undone: Edit[], known: string[]}} State
 */

const MOST_STEPS = 200;
const MOST_KNOWN = 400;
const WALL_SLOTS = ["wall", "second"];

/** @type {State} */
export const EMPTY = { base: [], steps: [], undone: [], known: [] };

/** The walls as they stand. @param {State} state */
export const walls = ({ base, steps }) => folded(base, steps);

/** The walls with the old paints that are known beforehand, by their ids, but for those of which another was told. @param {Wall[]} walls @param {Record<string, Old>} known */
export const withOld = (walls, known) => walls.map((wall) => (takesKnown(wall, known) ? { ...wall, old: known[wall.id] } : wall));

/** The state after the edit; one that is known changes nothing. @param {State} state @param {Edit} edit @returns {State} */
export function done(state, edit) {
  if (state.known.includes(edit.id)) return state;
  const { steps, undone } = stepped(state, edit);
  const spare = Math.max(0, steps.length - MOST_STEPS);
  return {
    base: folded(state.base, steps.slice(0, spare)),
    steps: steps.slice(spare),
    undone,
    known: [...state.known, edit.id].slice(-MOST_KNOWN),
  };
}

/** Whether the visitor may undo, and redo, something of his own. @param {State} state */
export const mayUndo = ({ steps }) => steps.some((step) => isOwn(step));

/** @param {State} state */
export const mayRedo = ({ undone }) => undone.some((step) => isOwn(step));

/** @param {State} state @param {Edit} edit */
function stepped({ steps, undone }, edit) {
  const isOf = (/** @type {Edit} */ step) => isOwn(step, edit.by);
  if (edit.do === "undo") return moved(steps, undone, isOf);
  if (edit.do === "redo") {
    const back = moved(undone, steps, isOf);
    return { steps: back.undone, undone: back.steps };
  }
  return { steps: [...steps, edit], undone: undone.filter((step) => !isOf(step)) };
}

/** @param {Wall} wall @param {Record<string, Old>} known */
const takesKnown = ({ id, slot, old }, known) => id in known && WALL_SLOTS.includes(slot ?? "wall") && (old?.way ?? "unknown") === "unknown";

/** The last of the steps that is of the doer goes over to the undone. @param {Edit[]} steps @param {Edit[]} undone @param {(step: Edit) => boolean} isOf */
function moved(steps, undone, isOf) {
  const at = steps.findLastIndex(isOf);
  return at < 0 ? { steps, undone } : { steps: steps.filter((_, place) => place !== at), undone: [...undone, steps[at]] };
}

/** A step without a doer is the visitor's own. @param {Edit} step @param {string} [by] */
const isOwn = (step, by) => (step.by ?? by) === by;

/** @param {Wall[]} base @param {Edit[]} steps */
function folded(base, steps) {
  const found = new Map(base.map((wall) => [wall.id, wall]));
  for (const step of steps) {
    const id = /** @type {string} */ (step.wall);
    if (step.do === "remove") found.delete(id);
    else if (step.do === "scheme") for (const [wall, paint] of Object.entries(step.paints)) repaint(found, wall, paint);
    else found.set(id, marked(found.get(id) ?? blank(id), step));
  }
  return [...found.values()];
}

/** A wall that is still marked takes the paint. @param {Map<string, Wall>} found @param {string} id @param {string} paint */
function repaint(found, id, paint) {
  const wall = found.get(id);
  if (wall) found.set(id, { ...wall, paint });
}

/** @param {string} id @returns {Wall} */
const blank = (id) => ({ id, taps: [], keep: [], lines: [], brush: [], paint: null, old: null, slot: "wall" });

/** @param {Wall} wall @param {Edit} step @returns {Wall} */
function marked(wall, step) {
  switch (step.do) {
    case "tap":
      return { ...wall, taps: [...wall.taps, step.at] };
    case "keep":
      return { ...wall, keep: [...wall.keep, step.at] };
    case "line":
      return { ...wall, lines: [...wall.lines, [step.from, step.to]] };
    case "brush":
      return { ...wall, brush: [...wall.brush, { wall: step.on, points: step.points, width: step.width }] };
    default:
      return { ...wall, [step.do]: step[step.do] };
  }
}
