// The way into *Pomaluj zdjęcie* works by its forms alone; with this script a photo goes out as it is chosen, over any line.

import { byId } from "#ui/dom.js";
import { PhotoSender, sendsWhenChosen } from "#ui/photo/sender.js";
import { pageData, wordsOf } from "#ui/words.js";

const t = wordsOf(pageData("words"), document.documentElement.lang);
const form = /** @type {HTMLFormElement} */ (byId("own-photo"));
const input = /** @type {HTMLInputElement} */ (byId("photo-file"));
const sender = new PhotoSender({ url: form.action, t, done: ({ url }) => location.assign(url) });

byId("photo-send").remove();
input.classList.add("only-spoken");
for (const label of input.labels ?? []) label.hidden = false;
form.append(sender.root);
sendsWhenChosen(input, sender);
