// Notes every plan that the screen has shown, with its time, outside of the browser: what the test holds it to after a kill.
// A plan that is only being tried, while a finger or a button is down, is no edit yet.
{
  let isDown = false;
  let shown = null;
  let noted = "";
  addEventListener("pointerdown", () => (isDown = true), true);
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (isDown = false), true);
  addEventListener("DOMContentLoaded", () => {
    const boot = document.getElementById("boot");
    if (boot) shown ??= JSON.parse(boot.textContent).project.document;
  });
  window.shown = () => shown;
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.detail?.document?.walls) shown = event.detail.document;
    const answer = dispatch.call(this, event);
    if (shown && !isDown && ["change", "saved", "kept"].includes(event.type)) note(shown);
    return answer;
  };
  const note = (document) => {
    const text = JSON.stringify(document);
    if (text === noted) return;
    noted = text;
    window.note(Date.now(), text);
  };
}
