import assert from "node:assert/strict";
import test from "node:test";

import { Shell } from "#core/shell.js";
import { settle } from "./world.js";

const ORIGIN = "https://shop.example";
const STUDIO = "/s/krakow/p/ABC";

/** As the browser's: caches by name, records by address, the last put at the end. */
const memoryCaches = (network) => {
  const named = new Map();
  const whole = (url) => new URL(url.url ?? url, ORIGIN).href;
  const cacheOf = (records) => ({
    keys: async () => [...records.keys()].map((url) => ({ url })),
    match: async (url) => records.get(whole(url))?.clone(),
    delete: async (url) => records.delete(whole(url)),
    put: async (url, response) => void (records.delete(whole(url)), records.set(whole(url), response)),
    addAll: async (urls) => {
      const found = await Promise.all(urls.map((url) => network(whole(url))));
      if (found.some(({ ok }) => !ok)) throw new TypeError("not all");
      urls.forEach((url, place) => records.set(whole(url), found[place]));
    },
  });
  return {
    open: async (name) => cacheOf(named.get(name) ?? named.set(name, new Map()).get(name)),
    has: async (name) => named.has(name),
    keys: async () => [...named.keys()],
    delete: async (name) => named.delete(name),
    match: async (url) => [...named.values()].map((records) => records.get(whole(url))?.clone()).find(Boolean),
  };
};

/** A device with one worker, and a server of which a test says what it answers. */
const device = async (build = "one") => {
  const server = { answer: (url) => page(url), asked: [] };
  const network = async (request) => {
    const url = request.url ?? request;
    server.asked.push(new URL(url).pathname);
    return server.answer(url);
  };
  const waits = [];
  const around = { caches: memoryCaches(network), fetch: network, wait: () => new Promise((end) => waits.push(end)), languages: () => ["de", "en-GB"] };
  const workerOf = async (name) => {
    const shell = new Shell({ build: name, files: [`/assets/${name}.js`, "/offline/pl", "/offline/en"] }, around);
    await shell.install();
    return shell;
  };
  return { server, around, workerOf, runOut: () => waits.splice(0).forEach((end) => end()), shell: await workerOf(build) };
};

const page = (text, headers = {}, status = 200) => new Response(text, { status, headers });
const studio = (text, { build = "one", visit = "mebel a", project = "p1" } = {}) =>
  page(text, { "Offline-Project": project, "Offline-Build": build, "Offline-Visit": visit, "Content-Language": "pl" });
const visited = (path) => ({ url: ORIGIN + path, method: "GET", mode: "navigate" });
const down = () => Promise.reject(new TypeError("network"));

const open = async ({ shell }, path) => {
  const work = [];
  const answer = await shell.answer(visited(path), (done) => work.push(done));
  await Promise.all(work);
  return answer;
};
const textOf = async (response) => (await response).text();
const keptAt = async ({ shell }) => (await shell.pages.all()).map(({ url }) => url.slice(ORIGIN.length));

test("a project's page comes back without a network as it was last", async () => {
  const here = await device();
  for (const text of ["first", "second"]) {
    here.server.answer = () => studio(text);
    await open(here, STUDIO);
  }
  here.server.answer = down;
  assert.equal(await textOf(open(here, STUDIO)), "second");
});

test("a language in the address makes no other page of it, a variant does", async () => {
  const here = await device();
  here.server.answer = () => studio("page");
  for (const query of ["", "?lang=en", "?variant=v2&lang=pl"]) await open(here, STUDIO + query);
  assert.deepEqual(await keptAt(here), [`${STUDIO}?variant=v2`, STUDIO]);
});

test("a server that is slow is given three seconds, and what it says later is kept", async () => {
  const here = await device();
  here.server.answer = () => studio("old");
  await open(here, STUDIO);
  let arrive;
  here.server.answer = () => new Promise((resolve) => (arrive = resolve));
  const work = [];
  const answer = here.shell.answer(visited(STUDIO), (done) => work.push(done));
  await settle();
  here.runOut();
  assert.equal(await textOf(answer), "old");
  arrive(studio("new"));
  await Promise.all(work);
  assert.equal(await textOf(here.shell.pages.find(ORIGIN + STUDIO)), "new");
});

test("a server in trouble is answered for by what is kept, and nothing kept is dropped", async () => {
  const here = await device();
  here.server.answer = () => studio("page");
  await open(here, STUDIO);
  here.server.answer = () => page("trouble", {}, 503);
  assert.equal(await textOf(open(here, STUDIO)), "page");
  assert.deepEqual(await keptAt(here), [STUDIO]);
});

for (const [why, answer] of [
  ["is not to be kept any more", () => page("a stranger's view")],
  ["is closed", () => page("no", {}, 403)],
  ["is gone", () => page("no", {}, 404)],
  ["asks to sign in", () => page("no", {}, 401)],
]) {
  test(`a page that ${why} is dropped`, async () => {
    const here = await device();
    here.server.answer = () => studio("page");
    await open(here, STUDIO);
    here.server.answer = answer;
    await open(here, STUDIO);
    assert.deepEqual(await keptAt(here), []);
  });
}

test("another visit of the same tenant takes what was kept for the one before, and no other tenant's", async () => {
  const here = await device();
  for (const [path, visit] of [["/s/krakow/p/A", "mebel a"], ["/s/gdansk/p/B", "mebel a"], ["/s/farby/p/C", "farby z"]]) {
    here.server.answer = () => studio("page", { visit, project: path });
    await open(here, path);
  }
  here.server.answer = () => page("the start page", { "Offline-Visit": "mebel -" });
  await open(here, "/s/krakow/");
  assert.deepEqual(await keptAt(here), ["/s/farby/p/C"]);
});

test("signing out takes every kept page", async () => {
  const here = await device();
  here.server.answer = () => studio("page");
  await open(here, STUDIO);
  const work = [];
  assert.equal(here.shell.answer({ url: `${ORIGIN}/s/krakow/sign-out`, method: "POST", mode: "navigate" }, (done) => work.push(done)), null);
  await Promise.all(work);
  assert.deepEqual(await keptAt(here), []);
});

test("a project is forgotten with all its variants", async () => {
  const here = await device();
  for (const [path, project] of [[STUDIO, "p1"], [`${STUDIO}?variant=v2`, "p1"], ["/s/krakow/p/XYZ", "p2"]]) {
    here.server.answer = () => studio("page", { project });
    await open(here, path);
  }
  await here.shell.pages.forget("p1");
  assert.deepEqual(await keptAt(here), ["/s/krakow/p/XYZ"]);
});

test("only the twelve pages opened last are kept", async () => {
  const here = await device();
  here.server.answer = () => studio("page");
  for (let code = 0; code < 14; code += 1) await open(here, `/s/krakow/p/${code}`);
  assert.deepEqual((await keptAt(here)).length, 12);
  assert.deepEqual((await keptAt(here))[0], "/s/krakow/p/13");
});

test("what the API answers and what is written never passes through", async () => {
  const { shell } = await device();
  for (const request of [
    { url: `${ORIGIN}/api/v1/projects/p1/edits?since=1`, method: "GET", mode: "cors" },
    { url: `${ORIGIN}/s/krakow/projects`, method: "POST", mode: "navigate" },
    { url: `${ORIGIN}/s/krakow/starts/salon.svg`, method: "GET", mode: "no-cors" },
  ])
    assert.equal(shell.answer(request, assert.fail), null);
});

test("files come from the device, without asking the server", async () => {
  const { shell, server } = await device();
  server.answer = down;
  assert.equal((await shell.answer({ url: `${ORIGIN}/assets/one.js`, method: "GET", mode: "cors" }, assert.fail)).status, 200);
});

test("a page of a newer build is not kept before its files are, and an older page keeps its own files", async () => {
  const here = await device();
  here.server.answer = () => studio("one");
  await open(here, STUDIO);
  here.server.answer = () => studio("two", { build: "two" });
  await open(here, STUDIO);
  assert.equal(await textOf(here.shell.pages.find(ORIGIN + STUDIO)), "one");
  here.server.answer = (url) => (url.includes("/p/") ? down() : page(url));
  const next = await here.workerOf("two");
  await next.tidy();
  assert.deepEqual((await here.around.caches.keys()).sort(), ["pages", "shell one", "shell two"]);
});

test("a new build renews the kept pages and drops the old files", async () => {
  const here = await device();
  here.server.answer = () => studio("one");
  await open(here, STUDIO);
  here.server.answer = (url) => (url.includes("/p/") ? studio("two", { build: "two" }) : page(url));
  const next = await here.workerOf("two");
  await next.tidy();
  assert.equal(await textOf(next.pages.find(ORIGIN + STUDIO)), "two");
  assert.deepEqual((await here.around.caches.keys()).sort(), ["pages", "shell two"]);
});

test("a build of which one file is missing is not installed", async () => {
  const here = await device();
  here.server.answer = (url) => page("", {}, url.endsWith("two.js") ? 404 : 200);
  await assert.rejects(here.workerOf("two"));
});

test("any other page without a network is the one that says so, in the language of the last page", async () => {
  const here = await device();
  here.server.answer = () => studio("page");
  await open(here, STUDIO);
  here.server.answer = down;
  assert.equal(await textOf(open(here, "/s/krakow/")), `${ORIGIN}/offline/pl`);
  assert.equal(await textOf(open(here, "/s/krakow/?lang=en")), `${ORIGIN}/offline/en`);
});

test("models of products that were shown are there without a network, however they are asked for", async () => {
  const { shell, server } = await device();
  const list = `${ORIGIN}/api/v1/stores/krakow/models`;
  const file = `${list}/m1/abc.glb`;
  const asked = (url) => shell.answer({ url, method: "GET", mode: "cors" }, () => {});
  server.answer = (url) => (url.endsWith(".glb") ? page("glTF") : page(JSON.stringify({ models: { a: { glb: file } } })));
  await asked(`${list}?sku=a&sku=b`);
  await asked(file);
  server.answer = down;
  assert.deepEqual(await (await asked(`${list}?sku=c&sku=a`)).json(), { models: { a: { glb: file } } });
  assert.equal(await (await asked(file)).text(), "glTF");
  await assert.rejects(asked(`${list}?sku=b`));
  assert.equal(shell.answer({ url: `${ORIGIN}/api/v1/stores/krakow/products`, method: "GET", mode: "cors" }, () => {}), null);
});
