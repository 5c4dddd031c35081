import { describe, expect, it } from 'vitest';
import { pagesAhead } from './pages-ahead.ts';
import type { Answer, Page } from './ports.ts';

const ask = { epoch: 'e1', cursor: 0, inc: 'inc-1', limit: 2, filling: true };

/** A feed of `head` positions; keeps what it was asked for, and answers `odd` where a test says so. */
function feed(head: number, odd: (cursor: number) => Promise<Answer<Page>> | null = () => null) {
  const asked: number[] = [];
  const changes = pagesAhead(({ epoch, cursor, limit }) => {
    asked.push(cursor);
    const to = Math.min(head, cursor + limit);
    const end = { epoch, cursor: to, head, more: to < head, includes: 0 };
    return odd(cursor) ?? Promise.resolve({ ok: true, value: { rows: [], end } });
  });
  return { asked, changes };
}

const cursorOf = (answer: Answer<Page>): unknown => (answer.ok ? answer.value.end.cursor : answer.refusal);

describe('pages of the feed', () => {
  it('are asked for once each, the next one before somebody wants it', async () => {
    const { asked, changes } = feed(5);
    expect(cursorOf(await changes(ask))).toBe(2);
    expect(asked).toEqual([0, 2]);
    expect(cursorOf(await changes({ ...ask, cursor: 2 }))).toBe(4);
    expect(cursorOf(await changes({ ...ask, cursor: 4 }))).toBe(5);
    expect(asked).toEqual([0, 2, 4]);
  });

  it('are asked for anew where another one is wanted than the next', async () => {
    for (const other of [
      { cursor: 1 },
      { epoch: 'e2' },
      { inc: 'inc-2' },
      { filling: false },
      { limit: 1 },
    ]) {
      const { asked, changes } = feed(3);
      await changes(ask);
      const wanted = { ...ask, cursor: 2, ...other };
      expect(cursorOf(await changes(wanted))).toBe(3);
      expect(asked).toEqual([0, 2, wanted.cursor]);
    }
  });

  it('are given with their refusal, and asked for again after it', async () => {
    let refusals = 0;
    const { asked, changes } = feed(3, (cursor) =>
      cursor === 2 && (refusals += 1) === 1
        ? Promise.resolve({ ok: false, refusal: { kind: 'unreachable' } })
        : null,
    );
    await changes(ask);
    expect(cursorOf(await changes({ ...ask, cursor: 2 }))).toEqual({ kind: 'unreachable' });
    expect(cursorOf(await changes({ ...ask, cursor: 2 }))).toBe(3);
    expect(asked).toEqual([0, 2, 2]);
  });

  it('that nobody asks for any more fail without a word', async () => {
    const { asked, changes } = feed(3, (cursor) => (cursor === 2 ? Promise.reject(new Error('gone')) : null));
    expect(cursorOf(await changes(ask))).toBe(2);
    expect(asked).toEqual([0, 2]);
  });
});
