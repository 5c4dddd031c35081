import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnection } from './connection.ts';
import type { Line, LineHandlers } from './line.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A port that opens, or does not, as the test says. */
function connected() {
  const told: string[] = [];
  const opened: LineHandlers[] = [];
  const closed: number[] = [];
  const port = { error: null as string | null, wait: null as Promise<void> | null };
  const connection = createConnection({
    transport: { kind: 'tcp', host: '127.0.0.1', port: 1 },
    random: () => 0,
    openLine: async (_, handlers): Promise<Line> => {
      told.push(`open ${Date.now()}`);
      await port.wait;
      if (port.error !== null) throw new Error(port.error);
      const number = opened.push(handlers);
      return {
        write: () => Promise.resolve(),
        close: () => {
          closed.push(number);
          handlers.onClose();
        },
      };
    },
    onData: (bytes) => told.push(`data ${bytes.length}`),
    onOpen: () => told.push('opened'),
    onLost: (wasOpen) => told.push(wasOpen ? 'lost' : 'not there'),
    onTrouble: (reason) => told.push(reason),
  });
  return { connection, told, opened, closed, port };
}
const turn = () => vi.advanceTimersByTimeAsync(0);

describe('a line that is opened again', () => {
  beforeEach(() => void vi.setSystemTime(0));

  it('passes bytes on, and is looked for when it breaks', async () => {
    const { told, opened } = connected();
    await turn();
    opened[0]?.onData(Uint8Array.of(1, 2));
    opened[0]?.onClose();
    await vi.advanceTimersByTimeAsync(200);
    expect(told).toEqual(['open 0', 'opened', 'data 2', 'lost', 'open 200', 'opened']);
  });

  it('is tried later each time, up to five seconds; the reason is told once', async () => {
    const { told, port } = connected();
    port.error = 'EACCES';
    await vi.advanceTimersByTimeAsync(20_000);
    const times = told.flatMap((line) => (line.startsWith('open ') ? [Number(line.slice(5))] : []));
    expect(times).toEqual([0, 200, 600, 1_400, 3_000, 6_200, 11_200, 16_200]);
    expect(told.filter((line) => line === 'EACCES')).toHaveLength(1);
    expect(told.filter((line) => line === 'not there')).toHaveLength(times.length);
  });

  it('that carried bytes is tried soon again; one that flutters is not', async () => {
    const { told, opened } = connected();
    for (let loss = 0; loss < 4; loss += 1) {
      await turn();
      opened.at(-1)?.onClose();
      await vi.advanceTimersByTimeAsync(200 * 2 ** loss);
    }
    expect(told.filter((line) => line.startsWith('open '))).toEqual([
      'open 0',
      'open 200',
      'open 600',
      'open 1400',
      'open 3000',
    ]);
    opened.at(-1)?.onData(Uint8Array.of(1));
    opened.at(-1)?.onClose();
    await vi.advanceTimersByTimeAsync(200);
    expect(told.at(-2)).toBe('open 3200');
    // So is one that held for two seconds without a word.
    await vi.advanceTimersByTimeAsync(2_000);
    opened.at(-1)?.onClose();
    await vi.advanceTimersByTimeAsync(200);
    expect(told.at(-2)).toBe('open 5400');
  });

  it('that breaks while it is opened is not told as open', async () => {
    const { told } = (() => {
      const lines: string[] = [];
      createConnection({
        transport: { kind: 'tcp', host: '127.0.0.1', port: 1 },
        random: () => 0,
        openLine: (_, handlers) => {
          handlers.onClose();
          return Promise.resolve({ write: () => Promise.resolve(), close: () => undefined });
        },
        onData: () => undefined,
        onOpen: () => lines.push('opened'),
        onLost: (wasOpen) => lines.push(wasOpen ? 'lost' : 'not there'),
      });
      return { told: lines };
    })();
    await turn();
    expect(told).toEqual(['not there']);
  });

  it('given up by its device is opened anew', async () => {
    const { connection, told, closed } = connected();
    await turn();
    connection.restart();
    await vi.advanceTimersByTimeAsync(200);
    expect(closed).toEqual([1]);
    expect(told).toEqual(['open 0', 'opened', 'lost', 'open 200', 'opened']);
  });

  it('closed, tells nothing more: open, being opened, or waiting', async () => {
    const first = connected();
    await turn();
    first.connection.close();
    first.opened[0]?.onData(Uint8Array.of(1));
    expect(first.closed).toEqual([1]);
    expect(first.told).toEqual(['open 0', 'opened']);

    const second = connected();
    second.connection.close();
    await turn();
    expect(second.closed).toEqual([1]);
    expect(second.told).toEqual(['open 0']);

    const third = connected();
    third.port.error = 'ENOENT';
    await turn();
    third.connection.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(third.told.filter((line) => line.startsWith('open '))).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
