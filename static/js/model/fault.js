/** What is wrong with a thing's description, and where: the twin of rooms/fault.py. */

export class Fault extends Error {
  /**
   * @param {string} path the place in the input, as in `kinds/wc/parts/3/at`
   * @param {string} reason a fixed word that a front end translates
   * @param {Readonly<Record<string, unknown>>} detail what the sentence needs: limits, what was found
   */
  constructor(path, reason, detail = {}) {
    super(`${path || "the document"}: ${reason.replaceAll("_", " ")}`);
    this.path = path;
    this.reason = reason;
    this.detail = detail;
  }

  /** The same fault at another place. @param {string} path */
  under(path) {
    return new Fault(path, this.reason, this.detail);
  }
}
