/** A column, shaft or bulkhead in hand. */

import { addBlock, blockFields } from "#model/actions/place_block.js";
import { newId } from "#model/ids.js";
import { snapBlock } from "#plan/snapping.js";
import { GhostTool } from "#plan/tools/ghost_tool.js";

export class BlockTool extends GhostTool {
  hint = "walls.hint_block";

  /** @param {import("#plan/plan_view.js").PlanView} view @param {{block: any}} choice one of BLOCKS */
  constructor(view, { block }) {
    const fields = blockFields(view.tools.store.document, view.level, block);
    const id = newId("solids");
    super(view, [{ collection: "solids", id }], ({ at }) => {
      const { guides, ...place } = snapBlock(view, { ...fields, id, turn_mdeg: 0 }, at);
      view.layers.guides.replaceChildren(...guides);
      return addBlock({ ...fields, ...place }, id);
    });
  }
}
