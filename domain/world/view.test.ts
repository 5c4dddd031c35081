import { describe, expect, it } from 'vitest';
import { rowsOfSetup } from './scenario.ts';
import type { World } from './world.ts';
import { worldOf } from './world.ts';

const desk = { library: 'A', station: 'A1', actor: { id: 'nv-1', permissions: 'all' } } as const;
const at = (day: string): string => `2026-${day}T09:00:00.000+07:00`;

function lent(dues: readonly string[]): World {
  const world = worldOf(
    rowsOfSetup({
      loan: { limits: [] },
      patrons: [{ id: 'P' }],
      items: dues.map((_due, index) => ({ id: `I${index}` })),
    }),
  );
  for (const [index, due] of dues.entries())
    world.act(desk, at('11-25'), {
      do: 'check-out',
      patron: 'P',
      item: `I${index}`,
      use: 'home',
      due,
      confirmed: [],
      restricted: null,
    });
  return world;
}

describe('openLoansDue', () => {
  // G20: bounds of "due within so many days" are inclusive.
  it('G20: counts both ends', () => {
    const view = lent(['2026-11-26', '2026-11-27', '2026-11-30']).view(desk, at('11-25'));
    const due = (from: string, to: string): number => view.openLoansDue('A', from, to).length;
    expect(due('2026-11-25', '2026-11-25')).toBe(0);
    expect(due('2026-11-26', '2026-11-26')).toBe(1);
    expect(due('2026-11-25', '2026-11-27')).toBe(2);
    expect(due('2026-11-27', '2026-11-30')).toBe(2);
    expect(due('2026-12-01', '2026-12-31')).toBe(0);
    expect(view.openLoansDue('B', '2026-11-01', '2026-12-31')).toStrictEqual([]);
  });

  it('an hour loan falls due on its day where the library stands', () => {
    const view = lent(['2026-11-26T17:30:00.000Z']).view(desk, at('11-25'));
    expect(view.openLoansDue('A', '2026-11-27', '2026-11-27')).toHaveLength(1);
    expect(view.openLoansDue('A', '2026-11-26', '2026-11-26')).toHaveLength(0);
  });
});

describe('history', () => {
  it('is looked at only where the reader lets it be kept', () => {
    const consents = (granted: boolean) => [
      {
        purpose: 'reading-history',
        granted,
        text: 'v1',
        at: at('01-01'),
        by: 'nv-1',
        agreed: 'patron',
      } as const,
    ];
    const world = worldOf(
      rowsOfSetup({
        patrons: [
          { id: 'P', consents: consents(true) },
          { id: 'Q', consents: consents(false) },
        ],
        items: [{ id: 'I', biblio: 'T' }],
      }),
    );
    for (const patron of ['P', 'Q']) {
      world.act(desk, at('11-25'), {
        do: 'check-out',
        patron,
        item: 'I',
        use: 'home',
        due: null,
        confirmed: [],
        restricted: null,
      });
      expect(world.view(desk, at('11-25')).hadBefore(patron, 'T')).toBe(false);
      world.act(desk, at('11-25'), {
        do: 'check-in',
        item: 'I',
        returnedAt: null,
        mode: 'desk',
        countUse: false,
        keepHere: false,
      });
    }
    const view = world.view(desk, at('11-25'));
    expect([view.hadBefore('P', 'T'), view.hadBefore('Q', 'T'), view.hadBefore('P', 'U')]).toStrictEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a library with nothing set', () => {
  it('is always open, nothing has happened to its copies, and it goes by its id', () => {
    const view = worldOf(rowsOfSetup({ items: [{ id: 'I' }] })).view(desk, at('11-25'));
    expect(view.calendar('B')).toMatchObject({ library: 'B', weeklyClosed: [], closures: [] });
    expect(view.circulation('I').state).toStrictEqual({ status: 'available' });
    expect(view.libraryName('B')).toBe('B');
    expect(view.itemByBarcode('A', ' i ')?.id).toBe('I');
  });
});
