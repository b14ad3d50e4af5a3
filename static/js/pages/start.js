// The start page works without this; with it, a picture's way to the server is seen, and can be tried again.

import { fileFields } from "#ui/file_field.js";
import { Upload } from "#ui/upload.js";
import { byId } from "#ui/dom.js";
import { pageData, wordsOf } from "#ui/words.js";

const t = wordsOf(pageData("words"), document.documentElement.lang);
fileFields(t); // before the upload hears the form: without a file there is nothing to send
const form = /** @type {HTMLFormElement} */ (byId("picture-door"));
new Upload(form, { t, done: ({ url, page }) => (page ? sendForPage(page) : location.assign(url)) });

/** A plan in the picture's card: its answer is a page. @param {string} url */
function sendForPage(url) {
  form.action = url;
  form.submit();
}
