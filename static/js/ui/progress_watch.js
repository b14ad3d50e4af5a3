/** Work that is done elsewhere: look how far it is until the page can show what came of it. */

const LOOK_MS = 1500;

/** Renews what tells of progress on the page; when a fresh page tells of none, that page is shown. */
export function watchProgress() {
  if (document.querySelector("[data-progress]")) setTimeout(look, LOOK_MS);
}

async function look() {
  const answer = await fetch(location.href).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const fresh = page?.querySelector("[data-progress]");
  if (page && !fresh) return location.reload();
  if (fresh) document.querySelector("[data-progress]")?.replaceWith(document.adoptNode(fresh));
  setTimeout(look, LOOK_MS);
}
