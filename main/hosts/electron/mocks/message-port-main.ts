import { EventEmitter } from 'node:events';

/** One end of a channel: keeps messages until `start`, delivers them later, tells the other end when it closes. */
export class MockMessagePortMain extends EventEmitter {
  other: MockMessagePortMain | null = null;
  closed = false;
  #started = false;
  readonly #queue: unknown[] = [];

  postMessage(message: unknown): void {
    if (!this.closed) this.other?.receive(structuredClone(message));
  }

  start(): void {
    this.#started = true;
    for (const data of this.#queue.splice(0)) this.receive(data);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    const { other } = this;
    queueMicrotask(() => {
      this.emit('close');
      other?.close();
    });
  }

  receive(data: unknown): void {
    if (this.closed) return;
    if (this.#started) queueMicrotask(() => this.emit('message', { data, ports: [] }));
    else this.#queue.push(data);
  }
}
