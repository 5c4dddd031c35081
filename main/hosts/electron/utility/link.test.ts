import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { RouterClient } from '@orpc/server';
import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain, ParentPort } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { Channel } from '../../../../contract/devices/channel.ts';
import type { CoreStart, Launch } from './link.ts';
import { serveShell } from './link.ts';
import type { Keystore } from '../../../sync/key-file.ts';
import { as } from '../mocks/electron.ts';
import { MockMessageChannelMain } from '../mocks/message-channel-main.ts';
import { MockParentPort } from '../mocks/parent-port.ts';

/** The mock ports deliver in microtasks. */
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

function linked(outcome: 'runs' | 'is refused' | 'fails' = 'runs') {
  const parent = new MockParentPort();
  const opened = Promise.withResolvers<void>();
  const servePage = vi.fn<(port: MessagePortMain, role: 'staff') => void>();
  const stop = vi.fn(() => Promise.resolve());
  const unsent = vi.fn((hurry: boolean) => Promise.resolve(hurry ? 2 : 3));
  const exit = vi.fn();
  const shell: { launch: Launch | null; settings: unknown; keystore: Keystore | null } = {
    launch: null,
    settings: null,
    keystore: null,
  };
  const start: CoreStart = async (settings, launch, keystore) => {
    Object.assign(shell, { launch, settings, keystore });
    await opened.promise;
    if (outcome === 'fails') throw new Error('disk on fire');
    if (outcome === 'is refused') return { refused: { code: 'LT-3101', params: { path: '/data' } } };
    return { servePage, unsent, stop };
  };
  serveShell(as<ParentPort>(parent), start, exit);
  const begin = async (): Promise<void> => {
    parent.deliver({ type: 'start', settings: { dataDir: '/data' } });
    opened.resolve();
    await settle();
  };
  const launch = (args: readonly string[] = []): Channel<string, string> => {
    if (shell.launch === null) throw new Error('the core was not started');
    return shell.launch<string, string>('drivers', args);
  };
  return { parent, servePage, unsent, stop, exit, shell, begin, launch };
}

describe('the core', () => {
  it('is started with its settings, once told', async () => {
    const { parent, shell, begin } = linked();
    expect(shell.settings).toBeNull();
    await begin();
    expect(shell.settings).toStrictEqual({ dataDir: '/data' });
    expect(parent.posted).toStrictEqual([{ type: 'ready' }]);
  });

  it('asks the shell for the keystore, and hears each answer', async () => {
    const { parent, shell, begin } = linked();
    await begin();
    const answers = Promise.all([shell.keystore?.encrypt('a'), shell.keystore?.decrypt('b')]);
    expect(parent.posted.slice(1)).toStrictEqual([
      { type: 'keystore', call: 1, verb: 'encrypt', text: 'a' },
      { type: 'keystore', call: 2, verb: 'decrypt', text: 'b' },
    ]);
    parent.deliver({ type: 'keystore', call: 2, text: null });
    parent.deliver({ type: 'keystore', call: 1, text: 'A' });
    expect(await answers).toStrictEqual(['A', null]);
  });

  it('passes on why it is refused, and does not ask to be started again', async () => {
    const { parent, exit, begin } = linked('is refused');
    await begin();
    expect(parent.posted).toStrictEqual([
      { type: 'refused', reason: { code: 'LT-3101', params: { path: '/data' } } },
    ]);
    expect(exit).not.toHaveBeenCalled();
  });

  it('ends the process when it fails to start, so that the shell starts another', async () => {
    const { exit, begin } = linked('fails');
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await begin();
    expect(exit.mock.calls).toStrictEqual([[1]]);
    expect(said.mock.calls.join('')).toContain('disk on fire');
    said.mockRestore();
  });

  it('says how many facts wait, none before it is up, and that it cannot say', async () => {
    const { parent, unsent, begin } = linked();
    parent.deliver({ type: 'unsent', call: 1, hurry: false });
    await begin();
    parent.deliver({ type: 'unsent', call: 2, hurry: true });
    await settle();
    unsent.mockRejectedValue(new Error('disk on fire'));
    parent.deliver({ type: 'unsent', call: 3, hurry: false });
    await settle();
    expect(parent.posted).toStrictEqual([
      { type: 'unsent', call: 1, count: 0 },
      { type: 'ready' },
      { type: 'unsent', call: 2, count: 2 },
      { type: 'unsent', call: 3, count: null },
    ]);
  });

  it('is closed before the process ends', async () => {
    const { parent, stop, exit, begin } = linked();
    await begin();
    parent.deliver({ type: 'stop' });
    await settle();
    expect(stop).toHaveBeenCalledOnce();
    expect(exit.mock.calls).toStrictEqual([[0]]);
  });

  it('need not be up to be stopped', async () => {
    const { parent, exit } = linked();
    parent.deliver({ type: 'stop' });
    await settle();
    expect(exit.mock.calls).toStrictEqual([[0]]);
  });
});

describe('a page', () => {
  const page = { type: 'page', contents: 1, role: 'staff' };

  it('waits until the core is ready', async () => {
    const { parent, servePage, begin } = linked();
    const { port2 } = new MockMessageChannelMain();
    parent.deliver(page, [port2]);
    expect(servePage).not.toHaveBeenCalled();
    await begin();
    expect(servePage.mock.calls).toStrictEqual([[port2, 'staff']]);
  });

  it('has one line: a new one closes the old one, before or after the core is ready', async () => {
    const { parent, servePage, begin } = linked();
    const { port2: early } = new MockMessageChannelMain();
    const { port2: first } = new MockMessageChannelMain();
    const { port2: second } = new MockMessageChannelMain();
    parent.deliver(page, [early]);
    parent.deliver(page, [first]);
    await begin();
    expect(early.closed).toBe(true);
    expect(servePage.mock.calls).toStrictEqual([[first, 'staff']]);
    parent.deliver(page, [second]);
    await settle();
    expect(first.closed).toBe(true);
    expect(second.closed).toBe(false);
    expect(servePage.mock.calls.at(-1)).toStrictEqual([second, 'staff']);
  });

  it('does not touch the line of another window', async () => {
    const { parent, begin } = linked();
    await begin();
    const { port2 } = new MockMessageChannelMain();
    parent.deliver(page, [port2]);
    parent.deliver({ ...page, contents: 2 }, [new MockMessageChannelMain().port2]);
    await settle();
    expect(port2.closed).toBe(false);
  });

  it('is served by oRPC over Electron’s kind of port: calls, streams and a page that goes away', async () => {
    const streamEnded = Promise.withResolvers<void>();
    const router = {
      add: os.handler(({ input }: { input: unknown }) => ({ got: input, at: new Date(0) })),
      events: os.handler(async function* ({ signal }) {
        try {
          yield 'hello';
          await new Promise((done) => signal?.addEventListener('abort', done));
        } finally {
          streamEnded.resolve();
        }
      }),
    };
    const handler = new RPCHandler(router);
    const { parent, servePage, begin } = linked();
    servePage.mockImplementation((port) => {
      handler.upgrade(port);
      port.start();
    });
    await begin();
    const { port1, port2 } = new MockMessageChannelMain();
    parent.deliver(page, [port2]);
    const client: RouterClient<typeof router> = createORPCClient(
      new RPCLink({ port: as<MessagePortMain>(port1) }),
    );
    port1.start();
    await expect(client.add('ĐKCB 1')).resolves.toStrictEqual({ got: 'ĐKCB 1', at: new Date(0) });
    const events = await client.events();
    await expect(events.next()).resolves.toStrictEqual({ done: false, value: 'hello' });
    port1.close();
    await streamEnded.promise;
  });
});

describe('a helper', () => {
  it('is asked of the shell, and its channel works when the port comes', async () => {
    const { parent, begin, launch } = linked();
    await begin();
    const channel = launch(['/data/paper']);
    channel.send('configure');
    expect(parent.posted.at(-1)).toStrictEqual({
      type: 'launch',
      launch: 1,
      helper: 'drivers',
      args: ['/data/paper'],
    });
    const { port1, port2 } = new MockMessageChannelMain();
    const heard = vi.fn();
    port1.on('message', ({ data }) => heard(data));
    port1.start();
    parent.deliver({ type: 'launched', launch: 1 }, [port2]);
    await settle();
    expect(heard.mock.calls).toStrictEqual([['configure']]);
  });

  it('that ended is told to the core, once, and not dismissed', async () => {
    const { parent, begin, launch } = linked();
    await begin();
    const closed = vi.fn();
    launch().onClose(closed);
    const { port2 } = new MockMessageChannelMain();
    parent.deliver({ type: 'launched', launch: 1 }, [port2]);
    parent.deliver({ type: 'ended', launch: 1 });
    parent.deliver({ type: 'ended', launch: 1 });
    await settle();
    expect(closed).toHaveBeenCalledOnce();
    expect(parent.posted).not.toContainEqual({ type: 'dismiss', launch: 1 });
  });

  it('whose channel is closed is dismissed', async () => {
    const { parent, begin, launch } = linked();
    await begin();
    launch().close();
    expect(parent.posted.at(-1)).toStrictEqual({ type: 'dismiss', launch: 1 });
    const { port1, port2 } = new MockMessageChannelMain();
    parent.deliver({ type: 'launched', launch: 1 }, [port2]);
    await settle();
    expect(port1.closed).toBe(true);
  });

  it('gets a number of its own', async () => {
    const { parent, begin, launch } = linked();
    await begin();
    launch();
    launch();
    expect(parent.posted.slice(1)).toMatchObject([{ launch: 1 }, { launch: 2 }]);
  });
});
