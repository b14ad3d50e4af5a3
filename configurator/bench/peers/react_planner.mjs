// Rooms as react-planner finds them: cycles of the graph of wall ends, each less the cycles that lie straight in it.
import { ContainsPoint } from "react-planner/lib/utils/geometry.js"
import { calculateInnerCycles } from "react-planner/lib/utils/graph-inner-cycles.js"
import { answer, enclosed } from "./answering.mjs"

answer((walls) => {
  const { ends, lines } = graph(walls)
  const rings = calculateInnerCycles(ends, lines).toArray().map((/** @type {number[]} */ cycle) => cycle.map((at) => ends[at]))
  return rings.map((ring) => {
    const inside = rings.filter((other) => other !== ring && ContainsPoint(ring.flat(), other[0][0], other[0][1]))
    const straight = inside.filter((one) => !inside.some((other) => other !== one && ContainsPoint(other.flat(), one[0][0], one[0][1])))
    return straight.reduce((area, hole) => area - enclosed(hole), enclosed(ring))
  })
})

/** Ends in the same place are one vertex, as drawing makes them. */
function graph(walls) {
  const ends = []
  const lines = []
  const known = new Map()
  const place = (point) => {
    const key = point.join()
    if (!known.has(key)) known.set(key, ends.push(point) - 1)
    return known.get(key)
  }
  for (const { a, b } of walls) if (a.join() !== b.join()) lines.push([place(a), place(b)])
  return { ends, lines }
}
