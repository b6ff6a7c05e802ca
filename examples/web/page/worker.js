// Hands work to the program, one thing at a time, in order; what was asked again before its turn is asked once.

import engine from "engine";

/** So long may the program work at one thing. */
const PATIENCE = 20_000;

export class TookTooLong extends Error {}
export class Stopped extends Error {}

export class Program {
  #module;
  #worker;
  #waiting = [];
  #running;

  constructor(module) {
    this.#module = module;
    this.#begin();
  }

  /** Whether it works at something. */
  get isBusy() {
    return this.#running !== undefined;
  }

  /**
   * What the program makes of arguments and files. `kind` names what is asked for: what waits of the same kind is
   * not asked any more. `heard` is told what it says while it works.
   */
  ask(kind, asked, heard) {
    const before = this.#waiting.findIndex((job) => job.kind === kind);
    if (before >= 0) this.#waiting.splice(before, 1)[0].refuse(new Stopped());
    return new Promise((accept, refuse) => {
      this.#waiting.push({ kind, asked: { ...asked, watched: heard !== undefined }, heard, accept, refuse });
      this.#next();
    });
  }

  /** Stops what it works at, and forgets what waits. */
  stop(why = new Stopped()) {
    const left = [...(this.#running ? [this.#running] : []), ...this.#waiting];
    this.#worker.terminate();
    this.#running = undefined;
    this.#waiting = [];
    this.#begin();
    for (const job of left) {
      clearTimeout(job.limit);
      job.refuse(why);
    }
  }

  #begin() {
    const source = URL.createObjectURL(new Blob([engine], { type: "text/javascript" }));
    this.#worker = new Worker(source);
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.postMessage({ module: this.#module });
  }

  #next() {
    if (this.#running || !this.#waiting.length) return;
    const job = this.#waiting.shift();
    job.id = Math.random();
    job.limit = setTimeout(() => this.stop(new TookTooLong()), PATIENCE);
    this.#running = job;
    this.#worker.postMessage({ id: job.id, asked: job.asked });
  }

  #hear({ id, heard, done, failed }) {
    const job = this.#running;
    if (job?.id !== id) return;
    if (heard !== undefined) {
      job.heard(heard);
      return;
    }
    clearTimeout(job.limit);
    this.#running = undefined;
    if (done) job.accept(done);
    else job.refuse(new Error(failed));
    this.#next();
  }
}
