import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { type ChildProcessSide, type ElectronPort, openCoreChannel } from './process-channel.ts';

/** The port of an Electron utility process: keeps its messages until it is started. */
class Port implements ElectronPort<string> {
  readonly #events = new EventEmitter();
  readonly sent: unknown[] = [];
  readonly #kept: string[] = [];
  #started = false;

  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  on(event: 'message' | 'close', listener: (event: { readonly data: string }) => void): void {
    this.#events.on(event, listener);
  }
  start(): void {
    this.#started = true;
    for (const data of this.#kept.splice(0)) this.arrive(data);
  }
  arrive(data: string): void {
    if (this.#started) this.#events.emit('message', { data });
    else this.#kept.push(data);
  }
  close(): void {
    this.#events.emit('close');
  }
}

test('in an Electron utility process the line is the port that comes with `connect`', async () => {
  const parentPort = new EventEmitter();
  const port = new Port();
  const self: ChildProcessSide<string> = { parentPort, on: () => undefined };
  const opening = openCoreChannel<string, string>(self);
  parentPort.emit('message', { data: { type: 'hello' }, ports: [new Port()] });
  port.arrive('early');
  parentPort.emit('message', { data: { type: 'connect' }, ports: [port] });
  const channel = await opening;

  const heard: string[] = [];
  channel.onMessage((message) => heard.push(message));
  channel.onClose(() => heard.push('closed'));
  port.arrive('late');
  channel.send('answer');
  channel.close();
  channel.send('to nobody');
  expect(heard).toEqual(['early', 'late', 'closed']);
  expect(port.sent).toEqual(['answer']);
});

test('a process started by hand is told so', async () => {
  await expect(openCoreChannel({ on: () => undefined })).rejects.toThrow('started by the core');
});
