// The service worker: lets the studio stand up without a network. The server puts the build and its files before this code.

import { Shell } from "#core/shell.js";

const worker = /** @type {ServiceWorkerGlobalScope & {SHELL: {build: string, files: string[]}}} */ (/** @type {unknown} */ (self));

const shell = new Shell(worker.SHELL, {
  caches,
  fetch: (...asked) => fetch(...asked),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  languages: () => navigator.languages,
});

worker.addEventListener("install", (event) => event.waitUntil(shell.install()));
worker.addEventListener("activate", (event) => event.waitUntil(shell.tidy().then(() => worker.clients.claim())));
worker.addEventListener("fetch", (event) => {
  const answer = shell.answer(event.request, (work) => event.waitUntil(work));
  if (answer) event.respondWith(answer);
});
worker.addEventListener("message", (event) => {
  const { keep, forget } = event.data;
  if (keep) event.waitUntil(shell.keep(new URL(keep, worker.location.origin).href));
  if (forget) event.waitUntil(shell.pages.forget(forget));
});
