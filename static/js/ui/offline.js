/** Lets this page come back: without a network by the service worker, without a cookie by the key kept beside the drafts. */

/** Have the service worker keep this page. @returns {Promise<(project: string) => void>} drops a project's pages, when it is closed to us */
export async function keepOffline() {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return () => {}; // without https there is none
  const cameFromNetwork = !serviceWorker.controller;
  await serviceWorker.register("/sw.js");
  const { active } = await serviceWorker.ready;
  if (cameFromNetwork) active?.postMessage({ keep: location.href });
  return (project) => active?.postMessage({ forget: project });
}

/**
 * Keep the guest's key; when the server no longer knows this browser, come back by a key, or drop what is kept of the project.
 * @param {any} boot
 * @param {{store: import("#core/store.js").Store, sync: import("#core/sync.js").Sync, keys: import("#core/return_keys.js").ReturnKeys}} with_
 */
export async function stayKnown(boot, { store, sync, keys }) {
  const forget = boot.keeps_offline ? await keepOffline().catch(() => () => {}) : () => {}; // then it works online only
  let hasAsked = false;
  const whenClosed = async () => {
    if (store.saved.link !== "signed_out") return;
    if (hasAsked) return forget(boot.project.id);
    hasAsked = true;
    if (await keys.comeBack(boot.project.address)) sync.wake();
    else forget(boot.project.id);
  };
  store.addEventListener("saved", whenClosed);
  await whenClosed();
}
