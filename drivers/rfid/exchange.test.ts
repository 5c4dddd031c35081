import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createExchange, type Question } from './exchange.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function talking(write: (bytes: Uint8Array) => Promise<void> = () => Promise.resolve()) {
  const sent: number[] = [];
  const unasked: string[] = [];
  const exchange = createExchange<string>({
    write: (bytes) => {
      sent.push(bytes[0] ?? 0);
      return write(bytes);
    },
    onUnasked: (frame) => unasked.push(frame),
  });
  return { exchange, sent, unasked };
}
/** Its answer is `last1`, after any number of `more1`. */
const question = (number: number): Question<string> => ({
  bytes: Uint8Array.of(number),
  timeoutMs: 100,
  take: (frame) => (frame === `last${number}` ? 'last' : frame === `more${number}` ? 'more' : 'other'),
});
const silence = { ok: false, failure: 'no-answer', detail: null };
const lost = { ok: false, failure: 'line-lost', detail: null };

describe('half-duplex talk', () => {
  it('puts one question at a time, in order', async () => {
    const { exchange, sent } = talking();
    const answers = [exchange.ask(question(1)), exchange.ask(question(2))];
    expect(sent).toEqual([1]);
    exchange.receive('last1');
    expect(sent).toEqual([1, 2]);
    exchange.receive('last2');
    expect(await Promise.all(answers)).toEqual([
      { ok: true, value: ['last1'] },
      { ok: true, value: ['last2'] },
    ]);
  });

  it('tells what nobody asked for, between the parts of an answer too', async () => {
    const { exchange, unasked } = talking();
    exchange.receive('before');
    const answer = exchange.ask(question(1));
    for (const frame of ['more1', 'notice', 'more1', 'last1', 'last1']) exchange.receive(frame);
    expect(await answer).toEqual({ ok: true, value: ['more1', 'more1', 'last1'] });
    expect(unasked).toEqual(['before', 'notice', 'last1']);
  });

  it('ends after silence, counted anew with every part; the next question is put', async () => {
    const { exchange, sent } = talking();
    const first = exchange.ask(question(1));
    const second = exchange.ask(question(2));
    vi.advanceTimersByTime(90);
    exchange.receive('more1');
    vi.advanceTimersByTime(99);
    exchange.receive('notice');
    expect(sent).toEqual([1]);
    vi.advanceTimersByTime(1);
    expect(await first).toEqual(silence);
    expect(sent).toEqual([1, 2]);
    vi.advanceTimersByTime(100);
    expect(await second).toEqual(silence);
  });

  it('a late answer is nobody’s', async () => {
    const { exchange, unasked } = talking();
    const first = exchange.ask(question(1));
    vi.advanceTimersByTime(100);
    await first;
    const second = exchange.ask(question(2));
    exchange.receive('last1');
    exchange.receive('last2');
    expect(await second).toEqual({ ok: true, value: ['last2'] });
    expect(unasked).toEqual(['last1']);
  });

  it('a line that takes no bytes is lost for its question; the next one is tried', async () => {
    let broken = true;
    const { exchange } = talking(() => (broken ? Promise.reject(new Error('EIO')) : Promise.resolve()));
    const first = exchange.ask(question(1));
    const second = exchange.ask(question(2));
    broken = false;
    expect(await first).toEqual(lost);
    exchange.receive('last2');
    expect(await second).toEqual({ ok: true, value: ['last2'] });
  });

  it('lost, it ends everything that waits and everything later, and no timer runs on', async () => {
    const { exchange, sent } = talking();
    const answers = [exchange.ask(question(1)), exchange.ask(question(2))];
    exchange.receive('more1');
    exchange.lost();
    answers.push(exchange.ask(question(3)));
    expect(await Promise.all(answers)).toEqual([lost, lost, lost]);
    expect(sent).toEqual([1]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
