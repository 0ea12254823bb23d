/* What a device keeps: the person in the middle, the queue of those who have finished, and how many are sent.
   One database for all sessions; a row belongs to a session by its code. */

const NAME = "engage-offline";
// A write is done when it is on the disk, not only on its way.
const WRITE = { durability: "strict" };

const asPromise = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const done = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });

export class Store {
  constructor(database, session) {
    this.database = database;
    this.session = session;
  }

  /** Raises whatever the browser raises where it keeps nothing: a private window, a full disk, a policy. */
  static async open(session) {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("people", { keyPath: "session" });
      request.result.createObjectStore("counts", { keyPath: "session" });
      request.result.createObjectStore("queue", { keyPath: "key" }).createIndex("session", "session");
    };
    const store = new Store(await asPromise(request), session);
    // Some browsers open a database and refuse only what is written.
    await store.write(["counts"], (counts) => counts.get(session).then((row) => counts.put(row || { session, sent: 0 })));
    return store;
  }

  /** Run `change` with the named stores, all or nothing; resolves when it is on the disk. */
  async write(names, change) {
    const transaction = this.database.transaction(names, "readwrite", WRITE);
    const finished = done(transaction);
    const stores = names.map((name) => {
      const store = transaction.objectStore(name);
      const call = (method) => (value) => asPromise(store[method](value));
      return { get: call("get"), put: call("put"), delete: call("delete") };
    });
    await Promise.all([finished, change(...stores)]);
  }

  read(name, key) {
    return asPromise(this.database.transaction(name).objectStore(name).get(key));
  }

  person() {
    return this.read("people", this.session);
  }

  keep(person) {
    return this.write(["people"], (people) => people.put({ ...person, session: this.session }));
  }

  drop() {
    return this.write(["people"], (people) => people.delete(this.session));
  }

  /** The person has finished: from the middle into the queue, in one step. */
  finish(item) {
    return this.write(["people", "queue"], (people, queue) =>
      Promise.all([people.delete(this.session), queue.put({ ...item, session: this.session })]),
    );
  }

  waiting() {
    const queue = this.database.transaction("queue").objectStore("queue");
    return asPromise(queue.index("session").getAll(this.session));
  }

  async sent() {
    return (await this.read("counts", this.session))?.sent || 0;
  }

  /** The server has it: delete it here, and count it once whatever other windows do. */
  acknowledge(key) {
    return this.write(["queue", "counts"], async (queue, counts) => {
      const [item, row] = await Promise.all([queue.get(key), counts.get(this.session)]);
      if (!item) return;
      await Promise.all([queue.delete(key), counts.put({ session: this.session, sent: (row?.sent || 0) + 1 })]);
    });
  }

  /** The person has deleted it where it had arrived: nothing of it stays here, and it was not sent. */
  remove(key) {
    return this.write(["queue"], (queue) => queue.delete(key));
  }

  /** The server refuses it: it stays, with the reason. */
  refuse(item, reason) {
    return this.write(["queue"], (queue) => queue.put({ ...item, reason }));
  }

  async forget() {
    const items = await this.waiting();
    await this.write(["people", "queue", "counts"], (people, queue, counts) =>
      Promise.all([
        people.delete(this.session),
        counts.delete(this.session),
        ...items.map((item) => queue.delete(item.key)),
      ]),
    );
  }
}

/** How many people's answers wait on this device for a session; 0 where nothing is kept. Makes no database. */
export async function countWaiting(session) {
  if (!indexedDB.databases || !(await indexedDB.databases()).some((one) => one.name === NAME)) return 0;
  return (await new Store(await asPromise(indexedDB.open(NAME)), session).waiting()).length;
}
