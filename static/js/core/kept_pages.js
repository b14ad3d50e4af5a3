/**
 * The pages of the projects opened last on this device, as the server sent them.
 *
 * The server's headers decide: `Offline-Project` lets a page be kept, its absence drops the one kept at that address;
 * `Offline-Visit` names who visits a tenant, and what was kept for anyone else goes.
 */

const CACHE = "pages";
const MOST = 12;
const STUDIO = /^\/s\/[^/]+\/p\/[^/]+$/;
/** Answers that tell nothing of who may see the page. @param {Response} response */
const tellsNothing = ({ status, type }) => type !== "opaqueredirect" && (status >= 500 || status === 408 || status === 429);

export class KeptPages {
  #caches;
  #holds;

  /** @param {CacheStorage} caches @param {(build: string) => Promise<boolean>} holds whether all files of a build are here */
  constructor(caches, holds) {
    this.#caches = caches;
    this.#holds = holds;
  }

  /** Keep a page that came from the network, or drop the one it replaces, as its headers say. @param {string} url @param {Response} response */
  async take(url, response) {
    if (tellsNothing(response)) return;
    await this.#dropOthers(response.headers.get("Offline-Visit"));
    const address = addressOf(url);
    if (!address) return;
    const cache = await this.#caches.open(CACHE);
    if (response.status !== 200 || response.redirected || !response.headers.has("Offline-Project")) return void (await cache.delete(address));
    if (!(await this.#holds(response.headers.get("Offline-Build") ?? ""))) return;
    await cache.put(address, response);
    for (const old of (await cache.keys()).slice(0, -MOST)) await cache.delete(old);
  }

  /** @param {string} url @returns {Promise<Response | undefined>} */
  async find(url) {
    const address = addressOf(url);
    return address ? (await this.#caches.open(CACHE)).match(address, { ignoreVary: true }) : undefined;
  }

  /** The latest first. @returns {Promise<{url: string, page: Response}[]>} */
  async all() {
    const cache = await this.#caches.open(CACHE);
    const keys = (await cache.keys()).toReversed();
    const found = await Promise.all(keys.map(async ({ url }) => ({ url, page: await cache.match(url, { ignoreVary: true }) })));
    return found.flatMap(({ url, page }) => (page ? [{ url, page }] : []));
  }

  /** Drop the pages of a project, of whatever variant. @param {string} project */
  forget(project) {
    return this.#drop(({ headers }) => headers.get("Offline-Project") === project);
  }

  forgetAll() {
    return this.#caches.delete(CACHE);
  }

  /** @param {string | null} visit `<tenant> <mark>` */
  async #dropOthers(visit) {
    if (!visit) return;
    const [tenant] = visit.split(" ");
    await this.#drop(({ headers }) => headers.get("Offline-Visit")?.split(" ")[0] === tenant && headers.get("Offline-Visit") !== visit);
  }

  /** @param {(page: Response) => boolean} isGone */
  async #drop(isGone) {
    const cache = await this.#caches.open(CACHE);
    for (const { url, page } of await this.all()) if (isGone(page)) await cache.delete(url);
  }
}

/** What a studio's page is kept by: its address and the variant that it names; null for any other page. @param {string} url */
const addressOf = (url) => {
  const { origin, pathname, searchParams } = new URL(url);
  if (!STUDIO.test(pathname)) return null;
  const variant = searchParams.get("variant");
  return `${origin}${pathname}${variant ? `?variant=${encodeURIComponent(variant)}` : ""}`;
};
