/** Lets this page come back without a network: has the service worker keep it, and drop it when the project is closed to us. */

/** @param {{store: import("#core/store.js").Store, project: string}} kept the project by its id */
export async function keepOffline({ store, project }) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return; // without https there is none
  const cameFromNetwork = !serviceWorker.controller;
  await serviceWorker.register("/sw.js");
  const { active } = await serviceWorker.ready;
  if (cameFromNetwork) active?.postMessage({ keep: location.href });
  store.addEventListener("saved", (event) => {
    if (/** @type {CustomEvent} */ (event).detail.link === "signed_out") active?.postMessage({ forget: project });
  });
}
