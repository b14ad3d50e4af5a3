/** Mouse, fingers and keys turn, slide, zoom and tap, and do not mistake one for another. */

import assert from "node:assert/strict";
import test from "node:test";

import { Gestures } from "#scene/gestures.js";

globalThis.WheelEvent ??= class { static DOM_DELTA_LINE = 1; };

const canvas = () =>
  Object.assign(new EventTarget(), {
    style: {}, clientWidth: 400, clientHeight: 300, setPointerCapture: () => {}, getBoundingClientRect: () => ({ left: 10, top: 20 }),
  });

const NAMES = ["turn", "slide", "zoom", "tap", "dive", "step", "home"];

const begin = () => {
  const element = canvas();
  const told = [];
  const hands = Object.fromEntries(NAMES.map((name) => [name, (...values) => void told.push([name, ...values])]));
  new Gestures(element, { ...hands, leave: () => told.push(["leave"]) > 0 });
  let time = 0;
  const send = (type, fields = {}) => {
    const event = new Event(type, { cancelable: true });
    Object.defineProperty(event, "timeStamp", { value: (time += fields.after ?? 10) });
    return element.dispatchEvent(Object.assign(event, { pointerId: 1, button: 0, clientX: 110, clientY: 120, ...fields }));
  };
  return { told, send, names: () => told.map(([name]) => name) };
};

test("a touch without a move is a tap at its place on the canvas", () => {
  const { told, send } = begin();
  send("pointerdown");
  send("pointerup");
  assert.deepEqual(told, [["tap", 100, 100]]);
});

test("a drag turns and is no tap", () => {
  const { send, names } = begin();
  send("pointerdown");
  send("pointermove", { clientX: 140 });
  send("pointerup", { clientX: 140 });
  assert.deepEqual(names(), ["turn"]);
});

for (const fields of [{ button: 2 }, { shiftKey: true }]) {
  test(`a drag with ${Object.keys(fields)[0]} slides`, () => {
    const { send, names } = begin();
    send("pointerdown", fields);
    send("pointermove", { clientX: 140 });
    assert.deepEqual(names(), ["slide"]);
  });
}

test("two fingers that part come nearer, and lifting them is no tap", () => {
  const { told, send } = begin();
  send("pointerdown");
  send("pointerdown", { pointerId: 2, clientX: 210 });
  send("pointermove", { pointerId: 2, clientX: 310 });
  send("pointerup", { pointerId: 2, clientX: 310 });
  send("pointerup");
  const zooms = told.filter(([name]) => name === "zoom");
  assert.deepEqual([zooms.length, zooms[0][1], told.some(([name]) => name === "tap")], [1, 2, false]);
});

test("a long press is no tap", () => {
  const { send, names } = begin();
  send("pointerdown");
  send("pointerup", { after: 2000 });
  assert.deepEqual(names(), []);
});

test("two quick taps dive", () => {
  const { send, names } = begin();
  for (const type of ["pointerdown", "pointerup", "pointerdown", "pointerup"]) send(type);
  assert.deepEqual(names(), ["tap", "dive"]);
});

test("the wheel zooms and does not scroll the page", () => {
  const { told, send } = begin();
  assert.equal(send("wheel", { deltaY: -100, deltaMode: 0 }), false);
  assert.ok(told[0][0] === "zoom" && told[0][1] > 1);
});

const KEYS = [
  ["ArrowLeft", {}, ["step", -1, 0]],
  ["ArrowUp", {}, ["step", 0, 1]],
  ["ArrowRight", { shiftKey: true }, ["slide", -40, 0]],
  ["Home", {}, ["home"]],
  ["Escape", {}, ["leave"]],
  ["Enter", {}, ["tap", 200, 150]],
];

for (const [key, fields, wanted] of KEYS) {
  test(`${fields.shiftKey ? "Shift and " : ""}${key} is ${wanted[0]}`, () => {
    const { told, send } = begin();
    send("keydown", { key, ...fields });
    assert.deepEqual(told.map((one) => one.map((value) => (value === 0 ? 0 : value))), [wanted]);
  });
}

test("keys of the browser and letters are left alone", () => {
  const { told, send } = begin();
  assert.equal(send("keydown", { key: "ArrowLeft", altKey: true }), true);
  assert.equal(send("keydown", { key: "x" }), true);
  assert.deepEqual(told, []);
});
