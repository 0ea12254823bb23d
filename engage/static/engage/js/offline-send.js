/* Sends the queue, one person at a time. A person leaves the device only with the server's receipt for their key,
   or when the server had their answers and they have deleted them there. */

const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 5 * 60_000;
const PATIENCE = 30_000;
// The server has read it and says why it cannot take it; all else is tried again.
const REFUSED = new Set([400, 403, 404, 409, 410, 413]);

export class Sender {
  /** tell(state): "sending", "none", "offline", "trying", "deleted" or "refused"; called whenever something changed. */
  constructor(store, address, tell) {
    Object.assign(this, { store, address, tell, pause: FIRST_PAUSE, timer: 0, running: null, again: false });
    window.addEventListener("online", () => this.now());
    window.addEventListener("offline", () => this.tell("offline"));
    document.addEventListener("visibilitychange", () => document.hidden || this.now());
  }

  /** Send what is waiting. `everything` also tries those that the server has refused before. */
  now(everything = false) {
    clearTimeout(this.timer);
    this.again ||= Boolean(this.running);
    this.running ||= this.run(everything).finally(() => {
      this.running = null;
      if (this.again) {
        this.again = false;
        this.now();
      }
    });
    return this.running;
  }

  async run(everything) {
    const waiting = await this.store.waiting();
    const items = waiting.filter((item) => everything || !item.reason);
    if (items.length) await this.tell("sending");
    let deleted = false;
    for (const item of items) {
      const answer = await this.post(item);
      if (answer.receipt) {
        await this.store.acknowledge(item.key);
        this.pause = FIRST_PAUSE;
      } else if (answer.deleted) {
        deleted = true;
        await this.store.remove(item.key);
      } else if (answer.reason) {
        await this.store.refuse(item, answer.reason);
      } else {
        return this.later();
      }
      await this.tell("sending");
    }
    const isLeft = (await this.store.waiting()).length > 0;
    return this.tell(isLeft ? "refused" : deleted ? "deleted" : "none");
  }

  async later() {
    this.timer = setTimeout(() => this.now(), this.pause * (0.75 + Math.random() / 2));
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    return this.tell(navigator.onLine ? "trying" : "offline");
  }

  /** The receipt, that it was deleted, a reason to refuse, or nothing: no internet, a server that is down, a page of the network's own. */
  async post({ session, reason, ...item }) {
    try {
      const reply = await fetch(this.address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ ...item, now: Date.now() }),
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE),
      });
      const said = await reply.json();
      if (reply.ok && said.key === item.key && said.receipt) return { receipt: said.receipt };
      if (said.key === item.key && said.deleted) return { deleted: true };
      return REFUSED.has(reply.status) && said.reason ? { reason: said.reason } : {};
    } catch {
      return {};
    }
  }
}
