import type { StationEvent } from '../../contract/workstation/station.ts';
import { describe, expect, it } from 'vitest';
import { connect } from './connect.ts';
import type { Line } from './line.ts';

/** A core in a test: it greets, and can be killed. */
function fakeLine(boot: string) {
  let die: () => void = () => {};
  const closed = new Promise<void>((resolve) => {
    die = resolve;
  });
  const calls: string[] = [];
  const line: Line = {
    closed,
    close: () => die(),
    link: {
      call: (path) => {
        const verb = path.join('.');
        calls.push(verb);
        return Promise.resolve(verb === 'station.events' ? stream(boot, closed) : `${verb} on ${boot}`);
      },
    },
  };
  return { line, calls, die };
}

async function* stream(boot: string, closed: Promise<void>): AsyncGenerator<StationEvent, void, void> {
  yield { type: 'hello', boot };
  await closed;
}

describe('connect', () => {
  it('greets, loses the core, finds the next one, and speaks to that', async () => {
    const first = fakeLine('first');
    const second = fakeLine('second');
    const lines = [first, second];
    const connection = connect(() => {
      const next = lines.shift();
      return next ? Promise.resolve(next.line) : Promise.reject(new Error('no core'));
    });
    const states: string[] = [];
    const whileLost: Promise<unknown>[] = [];
    connection.state.subscribe(() => {
      states.push(connection.state.get());
      if (connection.state.get() === 'lost') whileLost.push(connection.api.desk.state().catch(String));
    });
    const boots: string[] = [];
    const stop = new AbortController();
    const ended = new Promise<void>((resolve) => {
      void connection.run((event) => {
        if (event.type !== 'hello') return;
        boots.push(event.boot);
        if (event.boot === 'first') first.die();
        else resolve();
      }, stop.signal);
    });
    await expect(connection.api.desk.state()).rejects.toThrow('No line');
    await ended;
    expect(boots).toEqual(['first', 'second']);
    expect(await Promise.all(whileLost)).toEqual(['Error: No line to the core.']);
    expect(states).toEqual(['open', 'lost', 'open']);
    await expect(connection.api.desk.state()).resolves.toBe('desk.state on second');
    stop.abort();
    second.die();
  });
});
