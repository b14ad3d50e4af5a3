import assert from "node:assert/strict";
import { test } from "node:test";
import { KeptLayer } from "#plan/kept_layer.js";

/** As much of an element as a layer needs. */
class Host {
  children = [];
  get firstChild() {
    return this.children[0] ?? null;
  }
  insertBefore(child, next) {
    child.remove();
    this.children.splice(next ? this.children.indexOf(next) : this.children.length, 0, child);
  }
}

class Leaf {
  constructor(name, host) {
    Object.assign(this, { name, host });
  }
  get nextSibling() {
    return this.host.children[this.host.children.indexOf(this) + 1] ?? null;
  }
  remove() {
    this.host.children = this.host.children.filter((one) => one !== this);
  }
}

function layer() {
  const host = new Host();
  const made = [];
  const kept = new KeptLayer(host);
  const show = (...names) => {
    made.length = 0;
    kept.show(names.map((name) => ({ key: name[0], signs: [name], make: () => (made.push(name), name.endsWith("-") ? null : new Leaf(name, host)) })));
    return [host.children.map(({ name }) => name).join(" "), made.join(" ")];
  };
  return show;
}

test("only what has changed is made anew, in its place", () => {
  const show = layer();
  assert.deepEqual(show("a1", "b1", "c1"), ["a1 b1 c1", "a1 b1 c1"]);
  assert.deepEqual(show("a1", "b2", "c1"), ["a1 b2 c1", "b2"]);
});

test("what is gone is taken out and what is new comes where it belongs", () => {
  const show = layer();
  show("a1", "b1", "c1");
  assert.deepEqual(show("d1", "a1", "c1"), ["d1 a1 c1", "d1"]);
});

test("what has another order is put in it and not made anew", () => {
  const show = layer();
  show("a1", "b1", "c1");
  assert.deepEqual(show("c1", "a1", "b1"), ["c1 a1 b1", ""]);
});

test("what draws nothing is asked once", () => {
  const show = layer();
  show("a-", "b1");
  assert.deepEqual(show("a-", "b1"), ["b1", ""]);
});
