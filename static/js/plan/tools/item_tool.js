/** A thing or a set in hand. */

import { addItem } from "#model/actions/add_item.js";
import { addSet, boxOf } from "#model/actions/add_set.js";
import { newId } from "#model/ids.js";
import { snapItem } from "#plan/snapping.js";
import { GhostTool } from "#plan/tools/ghost_tool.js";

export class ItemTool extends GhostTool {
  hint = "plan.hint_item";

  /** @param {import("#plan/plan_view.js").PlanView} view @param {{kind?: any, set?: import("#model/actions/add_set.js").ItemSet}} choice */
  constructor(view, { kind, set }) {
    const { size, elevation, name, snap } = kind ?? boxOf(set?.items ?? [], view.tools.kinds);
    const ids = (set?.items ?? [kind]).map(() => newId("items"));
    super(view, ids.map((id) => ({ collection: "items", id })), (touch) => {
      const bare = { id: ids[0], kind: name, snap, at: touch.at, size, turn_mdeg: 0, elevation };
      const { at, turn_mdeg, host } = snapItem(view, bare, touch.at);
      const place = { level: view.level, at, turn_mdeg, host };
      return set ? addSet(set.items, place, ids) : addItem({ ...place, kind: name, size, elevation }, ids[0]);
    });
  }
}
