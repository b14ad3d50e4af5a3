// A file of 3D models is read elsewhere: look how far it is until it can be shown.

const LOOK_MS = 1500

async function look() {
  const answer = await fetch(location.href).catch(() => null)
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null
  const fresh = page?.querySelector("[data-progress]")
  if (page && !fresh) return location.reload()
  if (fresh) document.querySelector("[data-progress]")?.replaceWith(document.adoptNode(fresh))
  setTimeout(look, LOOK_MS)
}

setTimeout(look, LOOK_MS)
