// How a finder is asked: a line of numbers for each level in, a line with the milliseconds and the areas out.
import { readFileSync } from "node:fs"

const RUNS = 5

/** @param {(walls: {a: number[], b: number[], thickness: number}[]) => number[]} find areas in mm² */
export function answer(find) {
  for (const line of readFileSync(0, "utf8").split("\n").slice(0, -1)) {
    const walls = read(line)
    let best = Infinity
    let areas = []
    for (let run = 0; run < RUNS; run++) {
      const began = process.cpuUsage()
      areas = find(walls)
      const spent = process.cpuUsage(began)
      best = Math.min(best, (spent.user + spent.system) / 1000)
    }
    console.log([best, ...areas].join(" "))
  }
}

/** The area within a ring, mm². */
export function enclosed(ring) {
  const twice = ring.reduce((sum, [x, y], at) => {
    const [u, v] = ring[(at + 1) % ring.length]
    return sum + x * v - u * y
  }, 0)
  return Math.abs(twice) / 2
}

function read(line) {
  const numbers = line.split(" ").filter(Boolean).map(Number)
  return Array.from({ length: numbers.length / 5 }, (_, wall) => {
    const [ax, ay, bx, by, thickness] = numbers.slice(wall * 5, wall * 5 + 5)
    return { a: [ax, ay], b: [bx, by], thickness }
  })
}
