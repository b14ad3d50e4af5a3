/** What is asked of the server about schemes; its refusals are said in its own words. */

/**
 * @typedef {{slot: string, value: string, code: string | null, hex: string, lrv: number, name: Record<string, string>, percent: number | null}} Slot
 * @typedef {{key: string, good: boolean, said: Record<string, string>}} Remark
 * @typedef {{idea: Record<string, string> | null, picture: string, slots: Slot[], remarks: Remark[]}} Told a scheme as the server tells it
 * @typedef {{slots: string[], second: [string, string] | null, walls: {letter: string, wall: string, side: string}[], now: Record<string, string>, kept: Record<string, string>, floor_is_tiled: boolean, upholstery: string[], schemes: Told[]}} Answer
 * @typedef {{name: string, word: string, at: string}} Vote
 * @typedef {Told & {id: string, name: string, variant: string, room: number | null, version: number, photo?: string, locked: string[], chosen: boolean, second: [string, string] | null, votes: Vote[]}} Kept
 */

/** What went wrong, as a sentence; empty where there is no more to say than that it did. */
export class Failed extends Error {}

export class SchemeServer {
  /** @param {string} url of the project @param {string} variant */
  constructor(url, variant) {
    this.url = url;
    this.variant = variant;
  }

  /** @param {number} room @param {object} wanted @returns {Promise<Answer>} */
  propose(room, wanted) {
    return this.ask("POST", `variants/${this.variant}/rooms/${room}/schemes`, wanted);
  }

  /** A scheme is kept for what it was proposed for. @param {object} scheme @returns {Promise<Kept>} */
  keepNew(scheme) {
    return this.ask("POST", "schemes", { variant: this.variant, ...scheme });
  }

  /** The colours of a picture, the most of it first. @param {File} file @returns {Promise<{hex: string, percent: number, paint: string}[]>} */
  async coloursOf(file) {
    const form = new FormData();
    form.append("file", file);
    return (await answered(fetch(`${this.url}/schemes/colours`, { method: "POST", body: form }))).colours;
  }

  /** @returns {Promise<Kept[]>} */
  async kept() {
    return (await this.ask("GET", "schemes")).schemes;
  }

  /** A new one, or a changed one. @param {{id?: string, version?: number, room: number, name: string, slots: Record<string, string>, second: [string, string] | null, locked: string[]}} scheme @returns {Promise<Kept>} */
  keep({ id, ...scheme }) {
    return id ? this.ask("PUT", `schemes/${id}`, { variant: this.variant, ...scheme }) : this.keepNew(scheme);
  }

  /** @param {string} id */
  choose(id) {
    return this.ask("POST", `schemes/${id}/chosen`);
  }

  /** @param {string} id */
  remove(id) {
    return this.ask("DELETE", `schemes/${id}`);
  }

  /** A link by which one looks and votes. @returns {Promise<string>} its token */
  async link() {
    return (await this.ask("POST", "links", { role: "viewer" })).token;
  }

  /** @param {string} method @param {string} what @param {object} [body] */
  ask(method, what, body) {
    return answered(fetch(`${this.url}/${what}`, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) }));
  }
}

/** The same for a photo. */
export class PhotoSchemeServer extends SchemeServer {
  /** @param {string} url of the project @param {string} photo */
  constructor(url, photo) {
    super(url, "");
    this.photo = photo;
  }

  /** @param {object} wanted @returns {Promise<{slots: string[], kept: Record<string, string>, schemes: Told[]}>} */
  proposeOn(wanted) {
    return this.ask("POST", `photos/${this.photo}/schemes`, wanted);
  }

  /** @param {object} scheme its name and slots @returns {Promise<Kept>} */
  keepNew(scheme) {
    return this.ask("POST", `photos/${this.photo}/schemes/kept`, scheme);
  }
}

/** @param {Promise<Response>} asked @returns {Promise<any>} */
async function answered(asked) {
  const response = await asked.catch(() => null);
  if (response?.status === 204) return {};
  const answer = await response?.json().catch(() => null);
  if (response?.ok && answer) return answer;
  throw new Failed(answer?.error?.text ?? "");
}
