import assert from "node:assert/strict";
import { test } from "node:test";

import { Fault } from "#model/fault.js";
import { Kinds, nearest, zonesOf } from "#model/kinds.js";

import { documents } from "./folder.js";

const kinds = new Kinds(documents());
const names = (/** @type {{name: string}[]} */ found) => found.map(({ name }) => name);

test("every file is a kind with its size, its ends and its names", () => {
  assert.equal(kinds.all.length, documents().length);
  for (const { size, least, most, names: { pl, en } } of kinds.all) {
    assert.ok(size.every((side, axis) => least[axis] <= side && side <= most[axis]));
    assert.ok(pl.one && pl.many && en.one && en.many);
  }
});

test("what a file leaves out has its default", () => {
  const { elevation, overhang, colours, zones } = kinds.get("rug");
  assert.deepEqual({ elevation, overhang, colours, zones }, { elevation: 0, overhang: false, colours: {}, zones: [] });
});

test("an unknown kind is a fault, and is not held", () => {
  assert.equal(kinds.has("throne"), false);
  assert.throws(() => kinds.get("throne"), (error) => error instanceof Fault && error.path === "kinds/throne");
});

test("two kinds of one name are refused", () => {
  const [first] = documents();
  assert.throws(() => new Kinds([first, first]), { reason: "duplicate" });
});

for (const [text, first] of [
  ["sofa", "sofa"],
  ["sofy", "sofa"],
  ["SOF", "sofa"],
  ["kanapa", "sofa"],
  ["łóżeczko", "cot"],
  ["lozeczko", "cot"],
  ["lodówka", "fridge"],
  ["kompakt WC", "wc"],
  ["washing", "washing_machine"],
  ["sofa narożna", "corner_sofa"],
  ["szafka pod umywalkę", "washbasin_cabinet"],
  ["gniazdko", "socket"],
  ["brodzik", "shower_tray"],
  ["słup", "column"],
]) {
  test(`"${text}" finds ${first} first`, () => {
    assert.equal(names(kinds.find(text))[0], first);
  });
}

for (const [text, first, size] of /** @type {[string, string, number[]][]} */ ([
  ["lazienki umywalka 60", "washbasin", [600]],
  ["umywalki do łazienki", "washbasin", []],
  ["sofę", "sofa", []],
  ["krzesła do jadalni", "chair", []],
  ["szafka pod umywalkę 80 cm", "washbasin_cabinet", [800]],
  ["wanna 170x75", "bath", [1700, 750]],
  ["wanna 1700 mm", "bath", [1700]],
  ["lodówka do kuchni", "fridge", []],
  ["gniazdko 230 V", "socket", []],
  ["umywalka 300", "washbasin", [600]],
])) {
  test(`"${text}" finds ${first} first, in its size`, () => {
    const [found] = kinds.find(text);
    assert.equal(found.name, first);
    assert.deepEqual(found.size.slice(0, size.length), size);
  });
}

test("a size leaves out what is not made in it, a room alone shows what is for it", () => {
  assert.ok(!names(kinds.find("szafka 240")).includes("washbasin_cabinet"));
  assert.ok(names(kinds.find("łazienka")).includes("bath"));
  assert.ok(!names(kinds.find("łazienka")).includes("sofa"));
});

test("what nobody calls anything finds nothing", () => {
  assert.deepEqual(kinds.find("qwertyuiop"), []);
});

test("an empty search finds all that suit the room", () => {
  const found = kinds.find("", { use: "toilet" });
  assert.ok(names(found).includes("wc"));
  assert.ok(!names(found).includes("bed_double"));
});

test("the nearest size keeps every side within its ends", () => {
  const { least, most } = kinds.get("sofa");
  assert.deepEqual(nearest(kinds.get("sofa"), [1, 900, 99_999]), [least[0], 900, most[2]]);
});

test("a washbasin wants the movement area of the guideline before it", () => {
  assert.deepEqual(zonesOf(kinds.get("washbasin"), [600, 480, 180]), [
    { purpose: "moving", at: [-450, 240], size: [900, 550], source: "VDI 6000-1", severity: "standard" },
  ]);
});
