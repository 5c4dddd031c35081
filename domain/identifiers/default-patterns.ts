import type { CodePattern } from './code-pattern.ts';

/** The numbers a library uses of its own. */
export interface OwnPatterns {
  readonly patronPatterns: readonly CodePattern[];
  readonly itemPatterns: readonly CodePattern[];
}

const sixDigits = { min: 6, max: 6 } as const;

function card(prefix: string): CodePattern {
  return {
    id: `card-${prefix.toLowerCase()}`,
    prefix,
    separator: '-',
    digits: sixDigits,
    check: 'none',
    example: `${prefix}-900123`,
  };
}

function accessionNumber(prefix: string): CodePattern {
  return {
    id: `item-${prefix.toLowerCase()}`,
    prefix,
    separator: '.',
    digits: sixDigits,
    check: 'none',
    example: `${prefix}.004512`,
  };
}

/**
 * The numbers of the demonstration province, and a start for a library that sets up its own: prefixes by size,
 * language and room (`reference/vietnam.md` §4.2), a separator behind the letters so that no input method
 * changes them (§3.6).
 */
export const defaultCodePatterns: OwnPatterns = {
  patronPatterns: ['BN', 'HP', 'ST'].map(card),
  itemPatterns: [
    ...['VV', 'VN', 'VL', 'AV', 'PM', 'TE', 'TN'].map(accessionNumber),
    ...['NV', 'GK', 'TK', 'DC', 'LV', 'TC'].map(accessionNumber),
  ],
};
