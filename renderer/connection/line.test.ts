import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { describe, expect, it } from 'vitest';
import { workstation } from '../../contract/workstation/contract.ts';
import { PAGE_PORT } from '../../contract/workstation/page-port.ts';
import { connect } from './connect.ts';
import { lineOpener } from './line.ts';

/** A page's window in the Electron shell, and the preload's hand. */
function shellWindow() {
  const listeners: ((event: MessageEvent<unknown>) => void)[] = [];
  const page = {
    location: { protocol: 'app:', host: 'luu-thong' },
    addEventListener: (_: 'message', listener: (event: MessageEvent<unknown>) => void): void => {
      listeners.push(listener);
    },
  };
  const hand = (port: MessagePort, data: unknown = { type: PAGE_PORT }, source: unknown = page): void => {
    const event = new MessageEvent('message', { data, ports: [port] });
    Object.defineProperty(event, 'source', { value: source });
    for (const listener of listeners) listener(event);
  };
  return { page, hand };
}

/** A core at the other end of a channel; gives the page's end. */
function coreNamed(boot: string): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const os = implement(workstation);
  const router = {
    station: {
      events: os.station.events.handler(async function* ({ signal }) {
        yield { type: 'hello' as const, boot };
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      }),
    },
    patrons: {
      search: os.patrons.search.handler(({ input }) =>
        input.text === 'never' ? new Promise<never>(() => {}) : [{ id: boot, card: input.text, name: boot }],
      ),
    },
  };
  new RPCHandler(router).upgrade(port2);
  port2.start();
  return port1;
}

describe('a page in the Electron shell', () => {
  it('takes the port it is handed, moves to the next one, and leaves no call waiting on the old', async () => {
    const { page, hand } = shellWindow();
    const connection = connect(lineOpener(page));
    const stop = new AbortController();
    const boots: string[] = [];
    let greeted: () => void = () => {};
    const nextGreeting = (): Promise<void> => new Promise((resolve) => (greeted = resolve));
    const first = nextGreeting();
    const running = connection.run((event) => {
      if (event.type === 'hello') boots.push(event.boot);
      greeted();
    }, stop.signal);

    const stranger = new MessageChannel().port1;
    hand(stranger, { type: 'something-else' });
    hand(stranger, { type: PAGE_PORT }, null);
    hand(coreNamed('first'));
    await first;
    await expect(connection.api.patrons.search({ text: 'BN-1' })).resolves.toEqual([
      { id: 'first', card: 'BN-1', name: 'first' },
    ]);

    const waiting = connection.api.patrons.search({ text: 'never' });
    const second = nextGreeting();
    hand(coreNamed('second'));
    await expect(waiting).rejects.toThrow('was lost');
    await second;
    expect(boots).toEqual(['first', 'second']);
    await expect(connection.api.patrons.search({ text: 'BN-1' })).resolves.toMatchObject([{ id: 'second' }]);

    stop.abort();
    const last = new MessageChannel().port1;
    hand(last);
    await running;
  });
});
