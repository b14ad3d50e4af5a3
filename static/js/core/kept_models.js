/**
 * Products' own 3D models as this device has shown them: the files, which are named by their content, and for each product what
 * the server last told of its model. They are the store's and public; the files used longest ago give way.
 */

const CACHE = "models";
const MOST = 60;
const FILE = /^\/api\/v1\/stores\/[^/]+\/models\/[^/]+\/[^/]+\.glb$/;
const LIST = /^\/api\/v1\/stores\/[^/]+\/models$/;

export class KeptModels {
  #caches;
  #fetch;

  /** @param {CacheStorage} caches @param {typeof globalThis.fetch} fetch */
  constructor(caches, fetch) {
    this.#caches = caches;
    this.#fetch = fetch;
  }

  /** What to answer a request for models with; null: it is for something else. @param {Request} request @returns {Promise<Response> | null} */
  answer(request) {
    const { pathname } = new URL(request.url);
    if (FILE.test(pathname)) return this.#file(request);
    return LIST.test(pathname) ? this.#list(request) : null;
  }

  /** @param {Request} request */
  async #file(request) {
    const cache = await this.#caches.open(CACHE);
    const kept = await cache.match(request.url, { ignoreVary: true });
    const found = kept ?? (await this.#fetch(request));
    if (found.status !== 200) return found;
    await cache.put(request.url, found.clone()); // the last used is the last to go
    const files = (await cache.keys()).filter(({ url }) => FILE.test(new URL(url).pathname));
    for (const old of files.slice(0, -MOST)) await cache.delete(old);
    return found;
  }

  /** @param {Request} request */
  async #list(request) {
    try {
      const found = await this.#fetch(request);
      if (found.status === 200) await this.#keep(request.url, await found.clone().json());
      return found;
    } catch (error) {
      const models = await this.#known(request.url);
      if (Object.keys(models).length === 0) throw error;
      return new Response(JSON.stringify({ models }), { headers: { "Content-Type": "application/json" } });
    }
  }

  /** Each product's by itself, whatever others were asked about with it. @param {string} url @param {{models: Record<string, any>}} answer */
  async #keep(url, { models }) {
    const cache = await this.#caches.open(CACHE);
    for (const sku of new URL(url).searchParams.getAll("sku")) {
      if (models[sku]) await cache.put(addressOf(url, sku), new Response(JSON.stringify(models[sku])));
      else await cache.delete(addressOf(url, sku));
    }
  }

  /** @param {string} url @returns {Promise<Record<string, any>>} */
  async #known(url) {
    const cache = await this.#caches.open(CACHE);
    const skus = new URL(url).searchParams.getAll("sku");
    const found = await Promise.all(skus.map(async (sku) => [sku, await (await cache.match(addressOf(url, sku)))?.json()]));
    return Object.fromEntries(found.filter(([, model]) => model));
  }
}

/** @param {string} url @param {string} sku */
const addressOf = (url, sku) => {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}?${new URLSearchParams({ sku })}`;
};
