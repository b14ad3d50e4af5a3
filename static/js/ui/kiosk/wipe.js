/** Everything that pages keep in this browser goes: settings, favourites, drafts, kept pages and what serves them. */

/** A database that another page holds open goes once that page is left. */
const PATIENCE_MS = 2_000;

export async function wipe() {
  for (const kept of [localStorage, sessionStorage]) kept.clear();
  const [databases, caches, workers] = await Promise.all([indexedDB.databases(), globalThis.caches?.keys() ?? [], navigator.serviceWorker?.getRegistrations() ?? []]);
  await Promise.all([
    ...databases.map(({ name }) => gone(name ?? "")),
    ...caches.map((name) => globalThis.caches.delete(name)),
    ...workers.map((worker) => worker.unregister()),
  ]);
}

/** @param {string} name @returns {Promise<void>} */
const gone = (name) =>
  new Promise((done) => {
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = asked.onerror = () => done();
    setTimeout(done, PATIENCE_MS);
  });
