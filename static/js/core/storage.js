/** Keyed records in this browser, written all together or not at all. IndexedDB behind the interface that `Draft` wants. */

import { openDB } from "idb";

/**
 * @typedef {object} Storage
 * @property {(prefix: string) => Promise<[string, any][]>} entries The records whose key begins so, by key.
 * @property {(changes: {put?: Record<string, any>, remove?: string[]}) => Promise<void>} write Resolves when it is on the disk.
 */

const PATIENCE_MS = 5_000;

/** This origin's storage; where the browser forbids it, each call rejects. @param {string} [name] @returns {Storage} */
export const openStorage = (name = "zacznij") => {
  const opened = Promise.race([open(name), tooLate()]);
  opened.catch(() => {}); // told to whoever reads or writes
  return {
    entries: async (prefix) => {
      const kept = (await opened).transaction("kept").store;
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const [keys, values] = await Promise.all([kept.getAllKeys(range), kept.getAll(range)]);
      return keys.map((key, place) => [String(key), values[place]]);
    },
    write: async ({ put = {}, remove = [] }) => {
      const transaction = (await opened).transaction("kept", "readwrite", { durability: "strict" });
      const puts = Object.entries(put).map(([key, value]) => transaction.store.put(value, key));
      await Promise.all([...puts, ...remove.map((key) => transaction.store.delete(key)), transaction.done]).catch((error) => {
        throw transaction.error ?? error; // a full disk aborts all requests, and only the transaction says why
      });
    },
  };
};

/** Ask the browser not to clear what is kept here when it wants room; it may ask the person. */
export const askToStay = () => globalThis.navigator?.storage?.persist?.().catch(() => false);

/** Some browsers throw where storage is forbidden, others reject. @param {string} name */
const open = async (name) =>
  openDB(name, 1, {
    upgrade: (database) => void database.createObjectStore("kept"),
    blocking: (_now, _next, event) => /** @type {IDBDatabase} */ (event.target).close(),
  });

/** @returns {Promise<never>} as some browsers leave an opening without any answer */
const tooLate = () => new Promise((_, reject) => setTimeout(() => reject(new Error("storage does not open")), PATIENCE_MS));
