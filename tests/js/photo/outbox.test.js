// Edits of a photo reach the server once, in order, also over a broken line.
import assert from "node:assert/strict"
import { test } from "node:test"
import { done, EMPTY, walls } from "#photo/marks.js"
import { Outbox } from "#photo/outbox.js"

const photo = () => ({ id: "p", url: "/photos/p", version: 0, state: EMPTY, width: 10, height: 10, name: "" })
const tap = { do: "tap", wall: "a", at: /** @type {[number, number]} */ ([1, 2]) }

/** A server that answers what it is told to, and remembers. */
function server() {
  const held = { state: EMPTY, answers: true, posts: 0 }
  const fetch = async (_url, { body }) => {
    held.posts += 1
    if (!held.answers) throw new TypeError("no network")
    const { edits } = JSON.parse(body)
    held.state = edits.reduce(done, held.state)
    return Response.json({ photo: { ...photo(), version: held.posts, state: held.state }, results: edits.map(({ id }) => ({ id, result: "logged", text: "" })) })
  }
  return { held, fetch }
}

/** What a browser keeps. */
function shelf() {
  const kept = new Map()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

test("a step is seen at once and then saved", async () => {
  const { held, fetch } = server()
  const outbox = new Outbox(photo(), { fetch })
  outbox.add(tap, { do: "paint", wall: "a", paint: "ZK-0001" })
  assert.equal(walls(outbox.state)[0].paint, "ZK-0001")
  await settled()
  assert.equal(outbox.waits, false)
  assert.deepEqual(held.state, outbox.state)
})

test("what was not sent is there after a reload and is then sent once", async () => {
  const { held, fetch } = server()
  const kept = shelf()
  held.answers = false
  const before = new Outbox(photo(), { fetch, shelf: kept })
  before.add(tap)
  await settled()
  assert.equal(before.isOffline, true)
  held.answers = true
  const after = new Outbox(photo(), { fetch, shelf: kept })
  assert.equal(walls(after.state)[0].taps.length, 1)
  await after.send()
  await before.send()
  assert.equal(walls(held.state)[0].taps.length, 1)
  assert.equal(kept.getItem("photo p"), null)
})

test("what is refused goes and says why", async () => {
  const fetch = async () => Response.json({ error: { text: "Nie." } }, { status: 400 })
  const outbox = new Outbox(photo(), { fetch })
  const told = new Promise((resolve) => outbox.addEventListener("refused", (event) => resolve(event.detail)))
  outbox.add(tap)
  assert.equal(await told, "Nie.")
  assert.equal(walls(outbox.state).length, 0)
})

test("a doubt about a tap is told", async () => {
  const { fetch } = server()
  const outbox = new Outbox(photo(), { fetch: async (...asked) => Response.json({ ...(await (await fetch(...asked)).json()), doubt: "Na pewno?" }) })
  const told = new Promise((resolve) => outbox.addEventListener("doubted", (event) => resolve(event.detail)))
  outbox.add(tap)
  assert.equal(await told, "Na pewno?")
})

test("what another device did is seen here", async () => {
  const { fetch } = server()
  const outbox = new Outbox(photo(), { fetch })
  outbox.receive({ ...photo(), version: 1, state: done(EMPTY, { id: "1", ...tap }) })
  assert.equal(walls(outbox.state).length, 1)
})
