import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../../rooms/kinds/", import.meta.url);

/** The objects that the files of the kinds hold. @returns {any[]} */
export const documents = () =>
  readdirSync(FOLDER).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")));
