import { describe, expect, it } from 'vitest';
import { demoCatalogue } from '../demo/catalogue.ts';
import { demoDefaults } from '../demo/options.ts';
import { demoPatrons } from '../demo/people/patrons.ts';
import type { CodePattern } from './code-pattern.ts';
import { matchPattern, patternFaults } from './code-pattern.ts';
import { commandPrefix } from './commands.ts';
import { defaultCodePatterns } from './default-patterns.ts';
import { imeSafe } from './ime-safety.ts';

const plain: CodePattern = {
  id: 'vv',
  prefix: 'VV',
  separator: '.',
  digits: { min: 4, max: 6 },
  check: 'none',
  example: 'VV.004512',
};

describe('matchPattern', () => {
  it.each([
    ['VV.004512', 'match'],
    ['VV.0045', 'match'],
    ['VV.004', 'no-match'],
    ['VV.0045123', 'no-match'],
    ['VV004512', 'no-match'],
    ['VN.004512', 'no-match'],
    ['VV.00451X', 'no-match'],
    ['VV.', 'no-match'],
    ['', 'no-match'],
  ])('%s: %s', (code, result) => {
    expect(matchPattern(plain, code)).toBe(result);
  });

  const fixed = { ...plain, digits: { min: 6, max: 6 } };
  it.each([
    [
      { ...fixed, prefix: '', separator: '', digits: { min: 13, max: 13 }, check: 'luhn' },
      '58198000943996',
      '58198000943995',
    ],
    [{ ...fixed, check: 'mod11' }, 'VV.004512X', 'VV.004521X'],
    [{ ...fixed, check: 'mod43' }, 'VV.004512P', 'VN.004512P'],
    [{ ...fixed, check: 'mod97' }, 'VV.00451289', 'VN.00451289'],
  ] as const)('$check', (pattern, right, wrong) => {
    const start = pattern.prefix + pattern.separator;
    expect(matchPattern(pattern, right)).toBe('match');
    expect(matchPattern({ ...pattern, prefix: wrong.slice(0, pattern.prefix.length) }, wrong)).toBe(
      'check-failed',
    );
    expect(matchPattern(pattern, start)).toBe('no-match');
  });
});

describe('patternFaults', () => {
  it.each([
    ['prefix-characters', { prefix: 'vv', example: 'vv.004512' }],
    ['prefix-characters', { prefix: commandPrefix, separator: '', example: `${commandPrefix}004512` }],
    ['prefix-too-long', { prefix: 'V'.repeat(13), example: `${'V'.repeat(13)}.004512` }],
    ['digit-count', { digits: { min: 6, max: 5 } }],
    ['digit-count', { digits: { min: 0, max: 6 } }],
    ['digit-count', { digits: { min: 4, max: 21 } }],
    ['digit-count', { digits: { min: 4.5, max: 6 } }],
    [
      'looks-like-another-code',
      { prefix: '', separator: '', digits: { min: 12, max: 12 }, example: '000000000001' },
    ],
    [
      'looks-like-another-code',
      { prefix: '97', separator: '', digits: { min: 11, max: 11 }, example: '9700000000001' },
    ],
    ['example', { example: 'VV-004512' }],
  ] as const)('%s', (fault, change) => {
    expect(patternFaults({ ...plain, ...change })).toContain(fault);
  });

  it('lets 13 digits of another beginning, and the 14 digits of a Codabar label, pass', () => {
    const bare = { ...plain, separator: '', digits: { min: 13, max: 13 } } as const;
    expect(
      patternFaults({ ...bare, prefix: '2', digits: { min: 12, max: 12 }, example: '2000000000001' }),
    ).toEqual([]);
    expect(patternFaults({ ...bare, prefix: '', check: 'luhn', example: '58198000943996' })).toEqual([]);
  });
});

describe('defaultCodePatterns', () => {
  const { patronPatterns, itemPatterns } = defaultCodePatterns;

  it.each([...patronPatterns, ...itemPatterns])(
    '$id can be used and is safe from input methods',
    (pattern) => {
      expect(patternFaults(pattern)).toEqual([]);
      expect(imeSafe(pattern)).toEqual({ safe: true, risks: [] });
    },
  );

  it('fit every card and copy of the demonstration, and only one each', () => {
    const options = { ...demoDefaults, titles: 400, patrons: 300, today: '2026-11-25' };
    const own = [...patronPatterns, ...itemPatterns];
    const codes: (readonly [kind: 'card' | 'item', code: string])[] = [];
    for (const { card } of demoPatrons(options)) codes.push(['card', card]);
    for (const row of demoCatalogue(options))
      if (row.entity === 'item') codes.push(['item', row.row.barcode]);
    const seen = new Set<string>();
    for (const [kind, code] of codes) {
      const fitting = own.filter((pattern) => matchPattern(pattern, code) === 'match').map(({ id }) => id);
      expect(
        fitting.map((id) => id.split('-')[0]),
        code,
      ).toEqual([kind]);
      seen.add(fitting[0] ?? '');
    }
    expect(seen.size).toBe(patronPatterns.length + itemPatterns.length);
  });
});
