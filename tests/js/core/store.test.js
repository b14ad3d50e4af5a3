import assert from "node:assert/strict";
import test from "node:test";

import { emptyDocument } from "#model/plan.js";

import { level, settle, world } from "./world.js";

const alone = async (options = {}) => {
  const { device } = await world();
  const { store } = await device.open({ sync: false, ...options });
  return { device, store };
};
const heard = (store, type) => {
  const events = [];
  store.addEventListener(type, ({ detail }) => events.push(detail));
  return events;
};
const answer = (edits, seq = edits.at(-1)?.seq ?? 0, results = []) => ({ seq, results, others: edits });
const theirs = (seq, set, remove = []) => ({ id: `o${seq}`, variant: "v1", set, remove, seq, actor: "bea", role: "designer" });
const names = (store) => Object.entries(store.document.levels).map(([id, { name = "" }]) => id + name);

test("an edit shows at once and names what it touched", async () => {
  const { store } = await alone();
  const changes = heard(store, "change");
  store.perform(level("l1", { name: "a" }));
  assert.deepEqual(names(store), ["l1a"]);
  assert.deepEqual([...changes[0].touched], ["levels/l1"]);
});

test("an edit that changes nothing is none", async () => {
  const { store } = await alone();
  store.perform(level("l1", { name: "a" }));
  assert.equal(store.perform(level("l1", { name: "a", height: 2600 })), null);
  assert.equal(store.perform(() => null), null);
  store.undo();
  assert.equal(store.canUndo, false);
});

test("an edit is being saved until the browser has it, then kept", async () => {
  const { store } = await alone();
  const states = heard(store, "saved");
  store.perform(level("l1"));
  await store.settled();
  await settle();
  assert.deepEqual(states.map(({ state, pending }) => [state, pending]), [["saving", 1], ["kept", 1]]);
});

test("each undo takes back one stroke and each redo does it again, without end", async () => {
  const { store } = await alone();
  const seen = [];
  for (let number = 0; number < 100; number += 1) {
    seen.push(structuredClone(names(store)));
    store.perform(level(`l${number % 7}`, { name: String(number) }));
  }
  const last = names(store).sort();
  for (const before of seen.reverse()) {
    store.undo();
    assert.deepEqual(names(store).sort(), before.sort());
  }
  assert.equal(store.canUndo, false);
  assert.equal(store.undo(), null);
  while (store.canRedo) store.redo();
  assert.deepEqual(names(store).sort(), last);
  assert.equal(store.redo(), null);
});

test("an undo says what it undoes", async () => {
  const { store } = await alone();
  const edit = store.perform(level("l1"));
  const back = store.undo();
  assert.equal(back.undoes, edit.id);
  assert.equal(store.redo().undoes, back.id);
});

test("a new stroke ends what could be done again", async () => {
  const { store } = await alone();
  store.perform(level("l1"));
  store.undo();
  store.perform(level("l2"));
  assert.equal(store.canRedo, false);
});

test("undo passes over what others have overwritten", async () => {
  const { store } = await alone();
  store.perform(level("l1", { name: "a" }));
  store.perform(level("l2", { name: "b" }));
  await store.settled();
  const results = [...store.sendable.entries()].map(([place, { id }]) => ({ id, result: "logged", seq: place + 1 }));
  store.receive(answer([theirs(3, { "levels/l2": { name: "theirs" } })], 3, results));
  store.undo();
  assert.deepEqual(names(store), ["l2theirs"]);
  assert.equal(store.canUndo, false);
});

test("nothing left to undo: the strokes are spent", async () => {
  const { store } = await alone();
  store.perform(level("l1", { name: "a" }));
  await store.settled();
  const [{ id }] = store.sendable;
  store.receive(answer([theirs(2, {}, ["levels/l1"])], 2, [{ id, result: "logged", seq: 1 }]));
  assert.equal(store.undo(), null);
  assert.equal(store.canUndo, false);
});

test("undo restores what stood when the server placed the edit, not what one saw offline", async () => {
  const { store } = await alone({ head: { seq: 1, document: { ...emptyDocument(), levels: { l1: { name: "old" } } } } });
  store.perform(level("l1", { name: "mine" }));
  await store.settled();
  const [{ id }] = store.sendable;
  store.receive(answer([theirs(2, { "levels/l1": { name: "theirs" } })], 3, [{ id, result: "logged", seq: 3 }]));
  assert.deepEqual(names(store), ["l1mine"]);
  store.undo();
  assert.deepEqual(names(store), ["l1theirs"]);
});

test("a drag is one edit, or none", async () => {
  const { store } = await alone();
  store.perform(level("l1", { height: 2600 }));
  for (let height = 2601; height < 2700; height += 1) store.preview(level("l1", { height }));
  assert.equal(store.document.levels.l1.height, 2699);
  assert.ok(store.commit());
  store.preview(level("l1", { height: 3000 }));
  store.cancel();
  assert.equal(store.commit(), null);
  store.preview(level("l1", { height: 3000 }));
  store.preview(level("l1", { height: 2699 }));
  assert.equal(store.commit(), null);
  assert.equal(store.document.levels.l1.height, 2699);
  store.undo();
  assert.equal(store.document.levels.l1.height, 2600);
});

test("what others do arrives under a drag", async () => {
  const { store } = await alone();
  store.preview(level("l1"));
  store.receive(answer([theirs(1, { "levels/l2": {} })]));
  assert.deepEqual(Object.keys(store.document.levels), ["l2", "l1"]);
  store.cancel();
  assert.deepEqual(Object.keys(store.document.levels), ["l2"]);
});

test("own pending edits stay on top of what others did", async () => {
  const { store } = await alone();
  store.perform(level("l1", { name: "mine" }));
  const [others, changes] = [heard(store, "others"), heard(store, "change")];
  store.receive(answer([theirs(1, { "levels/l1": { name: "theirs", height: 3000 } })]));
  assert.deepEqual(store.document.levels.l1, { name: "mine", height: 3000 });
  assert.deepEqual([...changes[0].touched], ["levels/l1"]);
  assert.deepEqual(others[0].edits.map(({ id }) => id), ["o1"]);
  assert.deepEqual(others[0].lost, []);
});

test("who loses a field is told what and by whom", async () => {
  const { store } = await alone();
  store.perform(level("l1", { name: "mine", height: 2500 }));
  store.perform(level("l2"));
  await store.settled();
  const results = [...store.sendable.entries()].map(([place, { id }]) => ({ id, result: "logged", seq: place + 1 }));
  store.receive(answer([], 2, results));
  const others = heard(store, "others");
  store.receive(answer([theirs(3, { "levels/l1": { name: "theirs" } }), theirs(4, {}, ["levels/l2"])]));
  assert.deepEqual(others[0].lost.map(({ path, by }) => [path, by.actor, by.seq]), [["levels/l1/name", "bea", 3], ["levels/l2", "bea", 4]]);
});

test("an edit of another variant moves the head's number and nothing else", async () => {
  const { store } = await alone();
  store.receive(answer([{ ...theirs(1, { "levels/l1": {} }), variant: "v2" }]));
  assert.deepEqual(store.head, { seq: 1, document: emptyDocument() });
});

test("a refused edit is taken out and told, and the rest goes on", async () => {
  const { store } = await alone();
  store.perform(level("l1"));
  store.perform(level("l2"));
  await store.settled();
  const states = heard(store, "saved");
  const [first, second] = store.sendable;
  const refused = { id: first.id, result: "refused", path: "levels", reason: "too_many" };
  store.receive(answer([], 1, [refused, { id: second.id, result: "logged", seq: 1 }]));
  assert.deepEqual(Object.keys(store.document.levels), ["l2"]);
  const told = states.find(({ state }) => state === "refused");
  assert.deepEqual([told.edit.id, told.path, told.reason], [first.id, "levels", "too_many"]);
  await store.settled();
  assert.equal(store.saved.state, "saved");
  store.undo();
  assert.deepEqual([Object.keys(store.document.levels), store.canUndo], [[], false]);
});

test("an answer that reaches less far than its results leaves the edit in the queue", async () => {
  const { store } = await alone();
  store.perform(level("l1"));
  await store.settled();
  const [{ id }] = store.sendable;
  store.receive(answer([theirs(1, { "levels/l2": {} })], 1, [{ id, result: "logged", seq: 2 }]));
  assert.equal(store.sendable.length, 1);
  store.receive(answer([], 2, [{ id, result: "known", seq: 2 }]));
  assert.equal(store.sendable.length, 0);
  assert.deepEqual(Object.keys(store.head.document.levels), ["l2", "l1"]);
});

test("what was kept is there again: head, queue, undo and redo", async () => {
  const { device, store } = await alone();
  store.receive(answer([theirs(1, { "levels/l0": {} })]));
  store.perform(level("l1"));
  store.perform(level("l2"));
  store.perform(level("l3"));
  store.undo();
  await store.settled();
  const { store: again } = await device.open({ sync: false });
  assert.deepEqual(again.document, store.document);
  assert.deepEqual(again.sendable, store.sendable);
  again.redo();
  assert.deepEqual(Object.keys(again.document.levels), ["l0", "l1", "l2", "l3"]);
  for (let stroke = 0; stroke < 3; stroke += 1) again.undo();
  assert.deepEqual([Object.keys(again.document.levels), again.canUndo], [["l0"], false]);
});

test("a newer head from the page wins over the one kept", async () => {
  const { device, store } = await alone();
  store.receive(answer([theirs(1, { "levels/l1": {} })]));
  await store.settled();
  const head = { seq: 5, document: { ...emptyDocument(), levels: { l9: {} } } };
  const { store: again } = await device.open({ sync: false, head });
  assert.equal(again.head.seq, 5);
});

test("storage that is forbidden is told before the first edit", async () => {
  const { device } = await world();
  device.fails = new DOMException("", "SecurityError");
  const { store } = await device.open({ sync: false });
  assert.equal(store.keeps, false);
  store.perform(level("l1"));
  await settle();
  assert.deepEqual([store.saved.state, store.saved.reason, store.sendable.length], ["saving", "storage", 1]);
});

test("storage that fills up is told, and nothing on the screen is lost", async () => {
  const { device, store } = await alone();
  const storage = heard(store, "storage");
  device.fails = new DOMException("", "QuotaExceededError");
  store.perform(level("l1"));
  await settle();
  assert.deepEqual(storage, [{ state: "full" }]);
  assert.deepEqual([Object.keys(store.document.levels), store.sendable.length], [["l1"], 1]);
});

test("the fee of an answer is passed on", async () => {
  const { store } = await alone();
  const fees = heard(store, "fee");
  store.receive({ seq: 0, fee: { charged_gr: 0 } });
  assert.deepEqual(fees, [{ fee: { charged_gr: 0 } }]);
});

test("a stroke made while the kept ones are read is not lost", async () => {
  const { store } = await alone();
  store.perform(level("l1"));
  await store.settled();
  const reading = store.refresh();
  await settle(2);
  store.perform(level("l2"));
  await settle(1);
  store.perform(level("l3"));
  await reading;
  assert.deepEqual(Object.keys(store.document.levels), ["l1", "l2", "l3"]);
  assert.equal(store.sendable.length, 3);
});

test("an edit that the page's head already holds is only taken out, and can still be undone", async () => {
  const { device, store } = await alone();
  const { id } = store.perform(level("l1", { name: "mine" }));
  await store.settled();
  const head = { seq: 3, document: { ...emptyDocument(), levels: { l1: { name: "mine" } } } };
  const { store: again } = await device.open({ sync: false, head });
  again.receive(answer([], 3, [{ id, result: "known", seq: 2 }]));
  assert.deepEqual([again.document, again.sendable], [head.document, []]);
  again.undo();
  assert.deepEqual(again.document.levels, {});
});

test("an edit that others have overwritten in the page's head does not come back", async () => {
  const { device, store } = await alone();
  const { id } = store.perform(level("l1", { name: "mine" }));
  await store.settled();
  const head = { seq: 3, document: { ...emptyDocument(), levels: { l1: { name: "theirs" } } } };
  const { store: again } = await device.open({ sync: false, head });
  again.receive(answer([], 3, [{ id, result: "known", seq: 2 }]));
  assert.deepEqual(again.document, head.document);
});
