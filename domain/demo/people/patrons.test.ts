import { describe, expect, it } from 'vitest';
import { legalGrounds } from '../../money/legal-grounds.ts';
import { ageOn } from '../../patrons/age.ts';
import { hasConsent } from '../../patrons/patron.ts';
import { categoryLabels } from '../labels.ts';
import { demoLibraries } from '../libraries.ts';
import { demoDefaults } from '../options.ts';
import { demoPatrons } from './patrons.ts';

const options = { ...demoDefaults, today: '2026-11-22' } as const;
const date = /^\d{4}-\d{2}-\d{2}$/;

describe('readers', () => {
  const readers = [...demoPatrons(options)];

  it('hold different cards that begin with their library and lie where no real card is', () => {
    const codes = new Map(Object.values(demoLibraries).map(({ id, code }): [string, string] => [id, code]));
    expect(new Set(readers.map(({ card }) => card)).size).toBe(readers.length);
    for (const { card, library } of readers)
      expect(card).toMatch(new RegExp(`^${codes.get(library)}-9\\d{5}$`));
  });

  it('are of named categories, mostly with a valid card', () => {
    const valid = readers.filter(
      ({ cardLost, block, expires }) => !cardLost && block === null && expires >= options.today,
    );
    expect(valid.length / readers.length).toBeGreaterThan(0.85);
    expect(new Set(readers.map(({ category }) => category)).size).toBe(Object.keys(categoryLabels).length);
    for (const { category, expires, name } of readers) {
      expect(categoryLabels).toHaveProperty(category);
      expect(expires).toMatch(date);
      expect(name.split(' ').length).toBeGreaterThanOrEqual(2);
    }
  });

  it('bear family names as often as people do', () => {
    const many = [...demoPatrons({ ...options, patrons: 5000 })];
    const share = many.filter(({ name }) => name.startsWith('Nguyễn ')).length / many.length;
    expect(share).toBeGreaterThan(0.34);
    expect(share).toBeLessThan(0.42);
  });

  it('include expired, blocked and lost cards', () => {
    expect(readers.filter(({ expires }) => expires < options.today).length).toBeGreaterThan(5);
    expect(readers.filter(({ cardLost }) => cardLost).length).toBeGreaterThan(3);
    const blocks = readers.flatMap(({ block }) => (block ? [block] : []));
    expect(blocks.length).toBeGreaterThan(3);
    for (const { until, reason, at } of blocks) {
      expect(until > options.today).toBe(true);
      expect(reason).not.toBe('');
      expect(at < options.today).toBe(true);
    }
    expect(blocks.some(({ until }) => until === 'endless')).toBe(true);
    expect(blocks.some(({ until }) => until !== 'endless')).toBe(true);
  });

  it('are of an age that fits their category', () => {
    const ages: Readonly<Record<string, readonly [number, number]>> = {
      'thieu-nhi': [6, 13],
      'hoc-sinh': [11, 17],
      'sinh-vien': [18, 23],
      'nguoi-lon': [24, 59],
      'giao-vien': [24, 58],
      'can-bo': [25, 59],
      'luc-luong-vu-trang': [18, 27],
      'nguoi-cao-tuoi': [60, 84],
    };
    for (const { category, birthDate } of readers) {
      if (birthDate === null) continue;
      expect(birthDate).toMatch(date);
      const [from, to] = ages[category] ?? [0, 0];
      expect(ageOn(birthDate, options.today)).toBeGreaterThanOrEqual(from);
      expect(ageOn(birthDate, options.today)).toBeLessThanOrEqual(to);
    }
    const unknown = readers.filter(({ birthDate }) => birthDate === null);
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.length).toBeLessThan(15);
  });

  it('have, as children of the public library, a reader who could be a parent', () => {
    const byId = new Map(readers.map((reader) => [reader.id, reader]));
    const isChild = ({ birthDate }: (typeof readers)[number]): boolean =>
      birthDate !== null && ageOn(birthDate, options.today) < 16;
    const children = readers.filter((reader) => reader.library === demoLibraries.BN.id && isChild(reader));
    const withGuardian = children.filter(({ guarantor }) => guarantor !== null);
    expect(withGuardian.length / children.length).toBeGreaterThan(0.9);
    expect(readers.filter(({ guarantor }) => guarantor !== null)).toEqual(withGuardian);
    for (const { guarantor, birthDate } of withGuardian) {
      const guardian = byId.get(guarantor ?? '');
      expect(guardian?.guarantor).toBeNull();
      expect(guardian?.library).toBe(demoLibraries.BN.id);
      const years = ageOn(guardian?.birthDate ?? '', options.today) - ageOn(birthDate ?? '', options.today);
      expect(years).toBeGreaterThanOrEqual(20);
    }
  });

  it('have shown evidence and given consent, none of them by default', () => {
    const grounds = new Set(readers.flatMap(({ exemptions }) => exemptions.map(({ ground }) => ground)));
    for (const ground of ['child', 'elderly', 'poor-household', 'near-poor-household'])
      expect(grounds).toContain(ground);
    for (const ground of grounds) expect(legalGrounds.map(({ id }) => id)).toContain(ground);
    const keeping = readers.filter((reader) => hasConsent(reader, 'reading-history'));
    expect(keeping.length).toBeGreaterThan(30);
    expect(keeping.length).toBeLessThan(readers.length / 4);
    const lines = readers.flatMap(({ consents }) => consents);
    expect(lines.some(({ granted }) => !granted)).toBe(true);
    expect(new Set(lines.map(({ agreed }) => agreed))).toEqual(new Set(['patron', 'guardian', 'both']));
    for (const { at } of lines) expect(at < options.today).toBe(true);
  });

  it('hold nothing that only the key of a library could open', () => {
    for (const { aliases, sealed } of readers) expect([aliases, sealed]).toEqual([[], null]);
  });
});
