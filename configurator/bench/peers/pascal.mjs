// Rooms as Pascal's editor detects them on a level, in metres there.
import { detectSpacesForLevel } from "pascal"
import { answer, enclosed } from "./answering.mjs"

const M = 1000

answer((walls) => {
  const nodes = walls.map(({ a, b, thickness }, place) => ({
    id: `wall_${place}`,
    type: "wall",
    start: a.map((mm) => mm / M),
    end: b.map((mm) => mm / M),
    thickness: thickness / M,
  }))
  return detectSpacesForLevel("level", nodes).roomPolygons.map(
    (polygon) => enclosed(polygon.map((point) => [point.x * M, (point.y ?? point.z) * M])))
})
