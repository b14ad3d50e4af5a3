/**
 * The keys by which a guest comes back to a project when the browser has lost its cookie, kept beside the drafts:
 * a browser writes cookies to the disk late, and one that dies in its first half minute has lost them.
 */

/** @typedef {import("#core/storage.js").Storage} Storage */

export class ReturnKeys {
  #storage;
  #prefix;
  #fetch;

  /** @param {Storage} storage @param {string} tenant whose visits they are @param {typeof globalThis.fetch} [fetch] */
  constructor(storage, tenant, fetch = globalThis.fetch.bind(globalThis)) {
    this.#storage = storage;
    this.#prefix = `visit ${tenant} `;
    this.#fetch = fetch;
  }

  /** @param {string} key */
  async keep(key) {
    const name = this.#prefix + key.split(".")[0];
    const kept = await this.#storage.entries(name);
    if (kept[0]?.[1] !== key) await this.#storage.write({ put: { [name]: key } });
  }

  /** Whether one of the keys opens the project again; its cookie is then back. @param {string} address the project's */
  async comeBack(address) {
    const keys = await this.#storage.entries(this.#prefix).catch(() => []);
    for (const [, key] of keys) if (await this.#opens(address, key)) return true;
    return false;
  }

  /** @param {string} address @param {string} key */
  async #opens(address, key) {
    const body = new URLSearchParams({ key });
    const headers = { Accept: "application/json" };
    return (await this.#fetch(`${address}/return`, { method: "POST", body, headers }).catch(() => null))?.ok ?? false;
  }
}
