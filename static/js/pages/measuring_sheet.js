// The empty measuring sheet: its button prints it.
import { byId } from "#ui/dom.js";

byId("print").addEventListener("click", () => window.print());
