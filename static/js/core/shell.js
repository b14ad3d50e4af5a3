/**
 * The studio's shell on this device: a build's files, kept whole, and on top of them the pages of the projects opened last.
 *
 * Files are named by their content, so a page always finds the files of its own build; a build stays for as long as
 * a kept page was made of it. Pages come from the network first, with short patience; what the API answers is never kept,
 * but for the models of products (kept_models.js).
 */

import { KeptModels } from "#core/kept_models.js";
import { KeptPages } from "#core/kept_pages.js";

/**
 * @typedef {object} Surroundings
 * @property {CacheStorage} caches
 * @property {typeof globalThis.fetch} fetch
 * @property {(ms: number) => Promise<void>} wait
 * @property {() => readonly string[]} languages the browser's
 */

const PATIENCE_MS = 3_000;
const FILES = ["/assets/", "/catalogue/"];

export class Shell {
  #around;

  /** @param {{build: string, files: string[]}} shell @param {Surroundings} around */
  constructor({ build, files }, around) {
    this.build = build;
    this.files = files;
    this.#around = around;
    this.models = new KeptModels(around.caches, (...asked) => around.fetch(...asked));
    this.pages = new KeptPages(around.caches, (wanted) => this.#holds(wanted));
  }

  /** Keep all files of this build or none, then renew the pages that stand on an older one. */
  async install() {
    const cache = await this.#around.caches.open(nameOf(this.build));
    await cache.addAll(this.files);
    for (const { url, page } of await this.pages.all()) if (buildOf(page) !== this.build) await this.keep(url);
  }

  /** Drop the builds that no kept page needs. */
  async tidy() {
    const needed = [this.build, ...(await this.pages.all()).map(({ page }) => buildOf(page))].map(nameOf);
    for (const name of await this.#around.caches.keys())
      if (name.startsWith(nameOf("")) && !needed.includes(name)) await this.#around.caches.delete(name);
  }

  /** Fetch a page to keep it; nothing happens without a network. @param {string} url */
  async keep(url) {
    try {
      await this.pages.take(url, await this.#around.fetch(url));
    } catch {
      // the page that is kept stays
    }
  }

  /**
   * What to answer a request with; null: leave it to the browser.
   * @param {Request} request @param {(work: Promise<unknown>) => void} meanwhile work that may outlast the answer
   * @returns {Promise<Response> | null}
   */
  answer(request, meanwhile) {
    const { pathname } = new URL(request.url);
    if (request.mode === "navigate" && request.method === "POST" && pathname.endsWith("/sign-out")) meanwhile(this.pages.forgetAll());
    if (request.method !== "GET") return null;
    if (FILES.some((start) => pathname.startsWith(start))) return this.#file(request);
    return request.mode === "navigate" ? this.#page(request, meanwhile) : this.models.answer(request);
  }

  /** @param {Request} request */
  async #file(request) {
    return (await this.#around.caches.match(request.url, { ignoreVary: true })) ?? this.#around.fetch(request);
  }

  /** @param {Request} request @param {(work: Promise<unknown>) => void} meanwhile */
  async #page(request, meanwhile) {
    const fetched = this.#around.fetch(request);
    meanwhile(fetched.then((response) => this.pages.take(request.url, response.clone())).catch(() => {}));
    const kept = await this.pages.find(request.url);
    if (!kept) return fetched.catch(() => this.#offlinePage(request.url));
    const answered = fetched.then((response) => (response.status >= 500 ? kept : response), () => kept);
    return Promise.race([answered, this.#around.wait(PATIENCE_MS).then(() => kept)]);
  }

  /** @param {string} url */
  async #offlinePage(url) {
    const page = await this.#around.caches.match(`/offline/${await this.#languageOf(url)}`, { ignoreVary: true });
    return page ?? Response.error();
  }

  /** As the address asks, else as the page kept last, else as the browser. @param {string} url */
  async #languageOf(url) {
    const [last] = await this.pages.all();
    const wanted = [new URL(url).searchParams.get("lang"), last?.page.headers.get("Content-Language"), ...this.#around.languages()];
    return wanted.map((language) => language?.slice(0, 2)).find((language) => language === "pl" || language === "en") ?? "pl";
  }

  /** A cache's files come all at once. @param {string} build */
  async #holds(build) {
    const name = nameOf(build);
    return (await this.#around.caches.has(name)) && (await (await this.#around.caches.open(name)).keys()).length > 0;
  }
}

/** @param {string} build */
const nameOf = (build) => `shell ${build}`;

/** @param {Response} page */
const buildOf = (page) => page.headers.get("Offline-Build") ?? "";
