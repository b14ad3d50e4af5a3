/** A dialog that is a step of the browser's history: Back closes it, and closing it takes the step away. */

/** @param {HTMLDialogElement} dialog @param {string} name tells its step from those of other dialogs @returns {(url?: string) => void} opens it, or changes the address of its step */
export function dialogStep(dialog, name) {
  const isHere = () => history.state?.dialog === name;
  dialog.addEventListener("close", () => isHere() && history.back());
  window.addEventListener("popstate", () => !isHere() && dialog.open && dialog.close());
  return (url) => {
    if (isHere()) history.replaceState(history.state, "", url);
    else history.pushState({ dialog: name }, "", url);
    if (!dialog.open) dialog.showModal();
  };
}
