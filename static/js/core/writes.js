/** The writes to storage that are under way. */

export class Writes {
  #under = 0;
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  get underWay() {
    return this.#under > 0;
  }

  /** Resolves when none is under way. */
  async settled() {
    while (this.#under) await this.#last;
  }

  /** @param {Promise<void>} write @param {{done?: () => void, failed: (error: unknown) => void, ended: () => void}} then */
  watch(write, { done, failed, ended }) {
    this.#under += 1;
    const watched = write.then(done, failed).then(() => {
      this.#under -= 1;
      ended();
    });
    this.#last = Promise.all([this.#last, watched]);
    return watched;
  }
}
