import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { foldStream } from '../facts/fold-stream.ts';
import { checkedOut, placed } from '../testing/facts.ts';
import type { Permission } from '../permissions.ts';
import { worldOf } from '../world/world.ts';
import type { Exception } from './exception.ts';
import { exceptionRules } from './exception.ts';
import { resolutionsOf } from './resolutions.ts';

const now = '2026-11-23T09:00:00.000+07:00';
const id = 'double-loan/f1/f2';

/** Two desks have lent one copy apart. */
const folded = foldStream(
  'item/i',
  [],
  [
    placed(checkedOut({ id: 'f1', minute: 1 })),
    placed(checkedOut({ id: 'f2', station: 'ST-2', minute: 2 }, { patron: 'p-2', library: 'B' })),
  ],
);

function desk(library = 'A', permissions: readonly Permission[] | 'all' = 'all') {
  return { library, station: 'ST-1', actor: { id: 'nv-1', permissions } };
}

function resolve(resolution: 'last-has-it' | 'clock-set', at = desk(), note = '') {
  const world = worldOf(folded.rows);
  const acted = world.act(at, now, { do: 'resolve-exception', exception: id, resolution, note });
  return { world, acted };
}

function codes({ acted }: ReturnType<typeof resolve>): readonly string[] {
  return acted.decision.findings.map(({ reason }) => reason.code);
}

describe('dealing with an exception', () => {
  it('is a fact of its stream that closes it at once', () => {
    const { world, acted } = resolve('last-has-it', desk(), '  Đã gọi bạn đọc.  ');
    expect(acted.facts.map(({ kind, body }) => ({ kind, body }))).toStrictEqual([
      {
        kind: 'exception.resolved',
        body: {
          exception: id,
          stream: 'item/i',
          library: 'A',
          resolution: 'last-has-it',
          note: 'Đã gọi bạn đọc.',
        },
      },
    ]);
    expect(world.rows.get('exception', id)?.resolved).toMatchObject({
      resolution: 'last-has-it',
      note: 'Đã gọi bạn đọc.',
      at: now,
      by: 'nv-1',
      library: 'A',
    });
  });

  it('is for every library concerned and for no other', () => {
    expect(resolve('last-has-it', desk('B')).acted.decision.outcome).toBe('done');
    expect(codes(resolve('last-has-it', desk('C')))).toStrictEqual(['LT-1912']);
  });

  it('is refused for what is not known, not possible, or said already', () => {
    const { world } = resolve('last-has-it');
    const again = { do: 'resolve-exception', exception: id, resolution: 'corrected', note: '' } as const;
    const said = decide(world.view(desk(), now), again);
    expect(said.findings).toMatchObject([{ reason: { code: 'LT-1913', params: { desk: 'ST-1', at: now } } }]);
    const unknown = decide(world.view(desk(), now), { ...again, exception: 'double-loan/x/y' });
    expect(unknown.findings).toMatchObject([{ reason: { code: 'LT-1912' } }]);
    expect(codes(resolve('clock-set'))).toStrictEqual(['LT-1914']);
    expect(codes(resolve('last-has-it', desk(), 'x'.repeat(501)))).toStrictEqual(['LT-1812']);
  });

  it('needs the permission', () => {
    expect(codes(resolve('last-has-it', desk('A', ['holds'])))).toStrictEqual(['LT-5104']);
    expect(resolve('last-has-it', desk('A', ['exceptions'])).acted.decision.outcome).toBe('done');
  });

  it('can be taken back', () => {
    const { world, acted } = resolve('last-has-it');
    expect(world.undo(desk(), now, acted.act).decision.outcome).toBe('done');
    expect(world.rows.get('exception', id)?.resolved).toBeNull();
  });
});

describe('the sides of an exception', () => {
  it('have the time of the desk and that of the province', () => {
    const late = { fact: checkedOut({ id: 'f3', minute: 3 }), effective: Date.parse(now) };
    const { rows } = foldStream('item/i', [], [placed(checkedOut({ id: 'f1', minute: 1 })), late]);
    const found = rows.flatMap(({ entity, row }): Exception[] => (entity === 'exception' ? [row] : []));
    expect(found[0]?.sides[1]).toMatchObject({
      at: '2026-11-22T08:03:00.000+07:00',
      effectiveAt: '2026-11-23T02:00:00.000Z',
    });
  });
});

describe('what can be done about an exception', () => {
  it('is something for every rule, also one of a later province', () => {
    for (const rule of [...exceptionRules, 'of-a-later-province', 'toString'])
      expect(resolutionsOf(rule).length).toBeGreaterThan(1);
  });
});
