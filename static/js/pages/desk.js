// The desk's pages and a sample's own work without this; with it, file fields speak the page's language.

import { fileFields } from "#ui/file_field.js";
import { pageData, wordsOf } from "#ui/words.js";

fileFields(wordsOf(pageData("words"), document.documentElement.lang));
