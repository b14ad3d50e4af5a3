// The photos' page: it works by its form alone; with this script a photo goes out as it is taken, and shows how far it is.
import { byId, el } from "#ui/dom.js";
import { pageData, wordsOf } from "#ui/words.js";

const t = wordsOf(pageData("words"), document.documentElement.lang);
const form = /** @type {HTMLFormElement} */ (byId("photos"));

byId("plain").remove();
byId("send").remove();
byId("pick").hidden = false;
for (const id of ["camera", "gallery"]) {
  const input = /** @type {HTMLInputElement} */ (byId(id));
  input.addEventListener("change", () => {
    for (const file of input.files ?? []) begin(file);
    input.value = "";
  });
}

/** A row for the photo, and its first try. @param {File} file */
function begin(file) {
  const picture = URL.createObjectURL(file);
  const told = el("p", { class: "small" });
  const bar = el("progress", { max: 100, value: 0, "aria-label": file.name });
  const again = el("button", { type: "button", class: "button", hidden: true, onclick: () => send() }, t("measuring.retry"));
  const row = el("li", { class: "upload" }, file.type.startsWith("image/") ? el("img", { src: picture, alt: "" }) : el("span"), el("div", {}, told, bar, again));
  byId("uploads").append(row);
  send();

  function send() {
    again.hidden = true;
    bar.hidden = false;
    upload(file, (percent) => {
      bar.value = percent;
      told.textContent = t("measuring.uploading", { percent });
    }).then(async () => {
      row.remove();
      URL.revokeObjectURL(picture);
      await refresh();
    }, (reason) => {
      bar.hidden = true;
      again.hidden = false;
      told.textContent = reason || t("measuring.upload_failed");
    });
  }
}

/** @param {File} file @param {(percent: number) => void} progress @returns {Promise<void>} rejects with the server's words, or none */
function upload(file, progress) {
  return new Promise((done, failed) => {
    const body = new FormData();
    body.append("file", file);
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => progress(total ? Math.floor((100 * loaded) / total) : 0);
    request.onload = () => (request.status < 300 ? done() : failed(wordsIn(request.responseText)));
    request.onerror = () => failed("");
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  });
}

/** @param {string} answer */
function wordsIn(answer) {
  try {
    return String(JSON.parse(answer).error.text);
  } catch {
    return "";
  }
}

/** The thumbnails as the server has them now. */
async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  const fresh = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("added") : null;
  if (fresh) byId("added").replaceChildren(...fresh.childNodes);
}
