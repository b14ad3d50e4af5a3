// Pages of brought files work by their forms alone; with this script a file's field speaks the page's language, and progress is seen.
import { fileFields } from "#ui/file_field.js"
import { watchProgress } from "#ui/progress_watch.js"
import { pageData, wordsOf } from "#ui/words.js"

fileFields(wordsOf(pageData("words"), document.documentElement.lang))
watchProgress()
