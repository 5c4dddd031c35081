import type { MessagePortMain } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { as } from '../mocks/electron.ts';
import { MockMessageChannelMain } from '../mocks/message-channel-main.ts';
import { pendingChannel } from './port-channel.ts';

function connected() {
  const onEnd = vi.fn();
  const pending = pendingChannel<string, string>(onEnd);
  const { port1: far, port2 } = new MockMessageChannelMain();
  const arrived: unknown[] = [];
  far.on('message', ({ data }) => arrived.push(data));
  far.start();
  return { pending, onEnd, far, arrived, connect: () => pending.connect(as<MessagePortMain>(port2)) };
}

/** The mock ports deliver in microtasks. */
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('a channel to a process that is still starting', () => {
  it('sends what was said before the port came, in order, then the rest', async () => {
    const { pending, arrived, connect } = connected();
    pending.channel.send('configure');
    pending.channel.send('print');
    connect();
    pending.channel.send('shutdown');
    await settle();
    expect(arrived).toStrictEqual(['configure', 'print', 'shutdown']);
  });

  it('hears what the other side said before it listened', async () => {
    const { pending, far, connect } = connected();
    far.postMessage('ready');
    const heard = vi.fn();
    pending.channel.onMessage(heard);
    connect();
    await settle();
    expect(heard.mock.calls).toStrictEqual([['ready']]);
  });

  it('tells once when the other side goes away, and then sends nothing', async () => {
    const { pending, onEnd, far, arrived, connect } = connected();
    connect();
    const closed = vi.fn();
    pending.channel.onClose(closed);
    far.close();
    await settle();
    pending.end();
    pending.channel.send('too late');
    await settle();
    expect(closed).toHaveBeenCalledOnce();
    expect(onEnd).toHaveBeenCalledOnce();
    expect(arrived).toStrictEqual([]);
  });

  it('lets go of the port when closed here', async () => {
    const { pending, far, connect } = connected();
    connect();
    pending.channel.close();
    await settle();
    expect(far.closed).toBe(true);
  });

  it('closes a port that comes after the end', async () => {
    const { pending, onEnd, far, connect } = connected();
    pending.channel.close();
    connect();
    await settle();
    expect(far.closed).toBe(true);
    expect(onEnd).toHaveBeenCalledOnce();
  });
});
