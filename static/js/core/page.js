/** What a tab tells of itself: whether it is in sight, and when the network is back. */

/** @implements {EventTarget} */
export class BrowserPage extends EventTarget {
  constructor() {
    super();
    document.addEventListener("visibilitychange", () => this.dispatchEvent(new Event("visibilitychange")));
    window.addEventListener("online", () => this.dispatchEvent(new Event("online")));
  }

  get hidden() {
    return document.hidden;
  }
}
