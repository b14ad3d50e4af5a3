/** The tools of the plan, by name: ONE FILE = ONE TOOL. */

import { BackgroundTool } from "#plan/tools/background_tool.js";
import { BlockTool } from "#plan/tools/block_tool.js";
import { ChooseTool } from "#plan/tools/choose_tool.js";
import { ItemTool } from "#plan/tools/item_tool.js";
import { MeasureTool } from "#plan/tools/measure_tool.js";
import { NoteTool } from "#plan/tools/note_tool.js";
import { OpeningTool } from "#plan/tools/opening_tool.js";
import { PaintTool } from "#plan/tools/paint_tool.js";
import { SelectTool } from "#plan/tools/select_tool.js";
import { SkylightTool } from "#plan/tools/skylight_tool.js";
import { SlopeTool } from "#plan/tools/slope_tool.js";
import { WallTool } from "#plan/tools/wall_tool.js";

/**
 * @typedef {import("#plan/pointers.js").Touch} Touch
 * @typedef {object} Tool What hears the pointers. `press` says whether a drag from here is the tool's, or pushes the picture.
 * @property {string} [hint] words for the status line
 * @property {(touch: Touch) => boolean} [press]
 * @property {(touch: Touch, from: Touch) => void} [drag]
 * @property {(touch: Touch, from: Touch) => void} [drop]
 * @property {(touch: Touch) => void} [tap]
 * @property {(touch: Touch) => void} [double]
 * @property {(touch: Touch) => void} [hover]
 * @property {(at: [number, number]) => void} [aim] keys have brought the pointer here
 * @property {(target: import("#model/selection.js").Target, at: [number, number] | null) => void} [take] a target was touched in 3D, over this point of the plan
 * @property {(event: KeyboardEvent) => boolean | undefined} [key] a key was pressed on the plan; true when it was the tool's
 * @property {() => void} [changed] the plan has changed
 * @property {() => void} [cancel] the stroke is off
 * @property {() => boolean} [back] Escape: one step back; false when there is none
 * @property {() => void} [leave]
 */

/** @type {Record<string, new (view: any, choice: any) => Tool>} */
const TOOLS = { select: SelectTool, wall: WallTool, opening: OpeningTool, item: ItemTool, paint: PaintTool, background: BackgroundTool, choose: ChooseTool, measure: MeasureTool, note: NoteTool, slope: SlopeTool, skylight: SkylightTool, block: BlockTool };

/** @param {{name: string}} choice @param {import("#plan/plan_view.js").PlanView} view @returns {Tool} */
export const toolNamed = (choice, view) => new TOOLS[choice.name](view, choice);
