import type { MessageChannelMain, MessagePortMain, UtilityProcess } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { as } from './mocks/electron.ts';
import { MockMessageChannelMain } from './mocks/message-channel-main.ts';
import { MockUtilityProcess } from './mocks/utility-process.ts';
import { superviseCore } from './supervisor.ts';

const settings = { dataDir: '/data/station' };

function supervised() {
  MockUtilityProcess.forked = [];
  const channels: MockMessageChannelMain[] = [];
  const watch = { onCore: vi.fn(), onRefused: vi.fn(), log: vi.fn() };
  const keystore = {
    encrypt: (text: string) => Promise.resolve(text.toUpperCase()),
    decrypt: () => Promise.resolve(null),
  };
  const supervisor = superviseCore({
    ...watch,
    keystore,
    settings,
    fork: (entry, args) => as<UtilityProcess>(MockUtilityProcess.fork(entry, args)),
    channel: () => {
      const channel = new MockMessageChannelMain();
      channels.push(channel);
      return as<MessageChannelMain>(channel);
    },
  });
  return { supervisor, channels, ...watch };
}

function processes(entry: string): readonly MockUtilityProcess[] {
  return MockUtilityProcess.forked.filter(({ modulePath }) => modulePath === entry);
}

function latest(entry: string): MockUtilityProcess {
  const process = processes(entry).at(-1);
  if (process === undefined) throw new Error(`${entry} was not forked`);
  return process;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the core', () => {
  it('is answered by the keystore that only this process has', async () => {
    supervised();
    const core = latest('core');
    core.emit('message', { type: 'keystore', call: 1, verb: 'encrypt', text: 'abc' });
    core.emit('message', { type: 'keystore', call: 2, verb: 'decrypt', text: 'ABC' });
    await vi.advanceTimersByTimeAsync(0);
    expect(core.received.slice(1).map(({ message }) => message)).toStrictEqual([
      { type: 'keystore', call: 1, text: 'ABC' },
      { type: 'keystore', call: 2, text: null },
    ]);
  });

  it('is started with its settings', () => {
    const { onCore } = supervised();
    expect(latest('core').received).toStrictEqual([{ message: { type: 'start', settings }, ports: [] }]);
    expect(onCore).toHaveBeenCalledOnce();
  });

  it('is started again with growing waits, for ever', () => {
    const { onCore } = supervised();
    for (const wait of [250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]) {
      const before = processes('core').length;
      latest('core').emit('exit', 134);
      vi.advanceTimersByTime(wait - 1);
      expect(processes('core')).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(processes('core')).toHaveLength(before + 1);
    }
    expect(latest('core').received[0]?.message).toStrictEqual({ type: 'start', settings });
    expect(onCore).toHaveBeenCalledTimes(9);
  });

  it('waits little again after a run that worked', () => {
    supervised();
    latest('core').emit('exit', 134);
    vi.advanceTimersByTime(250);
    vi.advanceTimersByTime(60_000);
    latest('core').emit('exit', 134);
    vi.advanceTimersByTime(250);
    expect(processes('core')).toHaveLength(3);
  });

  it('is not started again when it says that it cannot run here', () => {
    const { onRefused } = supervised();
    const reason = { code: 'LT-3101', params: { path: '/data/station' } };
    latest('core').emit('message', { type: 'refused', reason });
    latest('core').emit('exit', 1);
    vi.advanceTimersByTime(60_000);
    expect(onRefused.mock.calls).toStrictEqual([[reason]]);
    expect(processes('core')).toHaveLength(1);
  });
});

describe('a page', () => {
  it('is given to the core that runs now', () => {
    const { supervisor } = supervised();
    const { port2 } = new MockMessageChannelMain();
    supervisor.attachPage(7, as<MessagePortMain>(port2));
    expect(latest('core').received.at(-1)).toStrictEqual({
      message: { type: 'page', contents: 7, role: 'staff' },
      ports: [port2],
    });
  });

  it('loses its line when no core runs', () => {
    const { supervisor } = supervised();
    latest('core').emit('exit', 1);
    const { port2 } = new MockMessageChannelMain();
    supervisor.attachPage(7, as<MessagePortMain>(port2));
    expect(port2.closed).toBe(true);
  });
});

describe('a helper', () => {
  it.each(['drivers', 'virtual-devices'])('is forked on request and joined to the core: %s', (helper) => {
    const { channels } = supervised();
    latest('core').emit('message', { type: 'launch', launch: 1, helper, args: ['/data/paper'] });
    expect(latest(helper).args).toStrictEqual(['/data/paper']);
    expect(latest(helper).received).toStrictEqual([
      { message: { type: 'connect' }, ports: [channels[0]?.port1] },
    ]);
    expect(latest('core').received.at(-1)).toStrictEqual({
      message: { type: 'launched', launch: 1 },
      ports: [channels[0]?.port2],
    });
  });

  it('is reported when it ends by itself', () => {
    const { log } = supervised();
    latest('core').emit('message', { type: 'launch', launch: 4, helper: 'drivers', args: [] });
    latest('drivers').emit('exit', 139);
    expect(latest('core').received.at(-1)?.message).toStrictEqual({ type: 'ended', launch: 4 });
    expect(log).toHaveBeenCalledWith('drivers ended with code 139');
  });

  it('may finish what it prints when dismissed, but not for ever', () => {
    supervised();
    latest('core').emit('message', { type: 'launch', launch: 1, helper: 'drivers', args: [] });
    latest('core').emit('message', { type: 'dismiss', launch: 1 });
    vi.advanceTimersByTime(2_999);
    expect(latest('drivers').killed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(latest('drivers').killed).toBe(true);
    expect(latest('core').received.at(-1)?.message).toMatchObject({ type: 'launched' });
  });

  it('is left alone when it ended in time', () => {
    supervised();
    latest('core').emit('message', { type: 'launch', launch: 1, helper: 'drivers', args: [] });
    latest('core').emit('message', { type: 'dismiss', launch: 1 });
    latest('drivers').emit('exit', 0);
    vi.advanceTimersByTime(10_000);
    expect(latest('drivers').killed).toBe(false);
  });

  it('ends with its core, and the next core asks for its own', () => {
    supervised();
    latest('core').emit('message', { type: 'launch', launch: 1, helper: 'drivers', args: [] });
    const first = latest('core');
    first.emit('exit', 134);
    expect(latest('drivers').killed).toBe(true);
    expect(first.received.map(({ message }) => message)).toMatchObject([
      { type: 'start' },
      { type: 'launched' },
    ]);
    vi.advanceTimersByTime(250);
    latest('core').emit('message', { type: 'launch', launch: 1, helper: 'drivers', args: [] });
    expect(processes('drivers')).toHaveLength(2);
  });
});

describe('what waits to be sent', () => {
  it('is asked of the core, each question with its own answer', async () => {
    const { supervisor } = supervised();
    const answers = Promise.all([supervisor.unsent(false), supervisor.unsent(true)]);
    expect(latest('core').received.slice(1)).toMatchObject([
      { message: { type: 'unsent', call: 1, hurry: false } },
      { message: { type: 'unsent', call: 2, hurry: true } },
    ]);
    latest('core').emit('message', { type: 'unsent', call: 2, count: 3 });
    latest('core').emit('message', { type: 'unsent', call: 1, count: 4 });
    expect(await answers).toStrictEqual([4, 3]);
  });

  it('is unknown when no core runs, or when it does not answer in two seconds', async () => {
    const { supervisor } = supervised();
    const silent = supervisor.unsent(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await silent).toBeNull();
    latest('core').emit('exit', 134);
    expect(await supervisor.unsent(false)).toBeNull();
  });
});

describe('stopping', () => {
  it('asks the core, waits for it and starts nothing again', async () => {
    const { supervisor } = supervised();
    latest('core').on('received', ({ type }) => {
      if (type === 'stop') queueMicrotask(() => latest('core').emit('exit', 0));
    });
    await supervisor.stop(5_000);
    vi.advanceTimersByTime(60_000);
    expect(processes('core')).toHaveLength(1);
    expect(latest('core').killed).toBe(false);
  });

  it('ends a core that does not answer', async () => {
    const { supervisor } = supervised();
    const stopped = supervisor.stop(5_000);
    vi.advanceTimersByTime(5_000);
    await stopped;
    expect(latest('core').killed).toBe(true);
  });

  it('is at once when the core is waiting to be started again', async () => {
    const { supervisor } = supervised();
    latest('core').emit('exit', 134);
    await supervisor.stop(5_000);
    vi.advanceTimersByTime(60_000);
    expect(processes('core')).toHaveLength(1);
  });
});
