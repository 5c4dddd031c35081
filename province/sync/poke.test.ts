import { createInterface } from 'node:readline';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { expect, it } from 'vitest';
import { lend } from '../testing/drafts.ts';
import type { TestProvince } from '../testing/province.ts';
import { describeProvince } from '../testing/province.ts';
import type { TestStation } from '../testing/station.ts';

interface Stream {
  readonly response: IncomingMessage;
  /** The next `data:` line, or null at the end of the stream. */
  readonly next: () => Promise<unknown>;
  readonly leave: () => void;
}

async function listen({ app, now }: TestProvince, { key }: TestStation): Promise<Stream> {
  const origin = app.server.listening
    ? app.listeningOrigin
    : await app.listen({ host: '127.0.0.1', port: 0 });
  const headers = key.headers({ method: 'GET', target: '/sync/v1/poke' }, now());
  const asked = request(`${origin}/sync/v1/poke`, { headers }).end();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve).once('error', reject);
  });
  const lines = createInterface({ input: response })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) return null;
      if (value.startsWith('data: ')) return JSON.parse(value.slice('data: '.length));
    }
  };
  return { response, next, leave: () => asked.destroy() };
}

describeProvince('poke', (province) => {
  it('tells the head at once and after each commit', async () => {
    const station = await province().station('ST-1');
    const other = await province().station('ST-2');
    const stream = await listen(province(), other);
    expect(stream.response.headers['content-type']).toBe('text/event-stream');
    expect(await stream.next()).toEqual({ head: 0 });
    station.record(lend('i1'));
    station.record(lend('i2'));
    await station.push(station.journal.slice(0, 1));
    expect(await stream.next()).toEqual({ head: 2 });
    await station.push();
    expect(await stream.next()).toEqual({ head: 4 });
    stream.leave();
  });

  it('is not disturbed by a listener that left', async () => {
    const station = await province().station('ST-1');
    const gone = await listen(province(), station);
    const here = await listen(province(), station);
    await Promise.all([gone.next(), here.next()]);
    gone.leave();
    station.record(lend('i1'));
    await station.push();
    expect(await here.next()).toEqual({ head: 2 });
    here.leave();
  });

  it('ends when the server closes, which waits for no listener', async () => {
    const station = await province().station('ST-1');
    const stream = await listen(province(), station);
    await stream.next();
    await province().app.close();
    expect(await stream.next()).toBeNull();
  });
});
