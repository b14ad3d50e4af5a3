// A file of 3D models is read elsewhere.
import { watchProgress } from "#ui/progress_watch.js"

watchProgress()
