/** Keyed records in this browser, written all together or not at all. IndexedDB behind the interface that `Draft` wants. */

import { openDB } from "idb";

/**
 * @typedef {object} Storage
 * @property {(prefix: string) => Promise<[string, any][]>} entries The records whose key begins so, by key.
 * @property {(changes: {put?: Record<string, any>, remove?: string[]}) => Promise<void>} write Resolves when it is on the disk.
 */

/** This origin's storage; where the browser forbids it, each call rejects. @param {string} [name] @returns {Storage} */
export const openStorage = (name = "zacznij") => {
  const opened = openDB(name, 1, {
    upgrade: (database) => void database.createObjectStore("kept"),
    blocking: (_now, _next, event) => /** @type {IDBDatabase} */ (event.target).close(),
  });
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
      await Promise.all([...puts, ...remove.map((key) => transaction.store.delete(key)), transaction.done]);
    },
  };
};
