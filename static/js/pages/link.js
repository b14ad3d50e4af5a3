// A link from a message: its token stands behind # where no server log sees it, and goes into the form that it opens.
const form = /** @type {HTMLFormElement} */ (document.getElementById("claim"))
const token = /** @type {HTMLInputElement} */ (form.elements.namedItem("token"))

token.value = location.hash.slice(1)
if (token.value && !("waits" in form.dataset)) form.submit()
