import { expect, it } from 'vitest';
import { exemptFromCardFee, isLegalGround, legalGrounds } from './legal-grounds.ts';

it('frees exactly the groups of art. 44(5) from the card fee', () => {
  const free = legalGrounds.filter(({ id }) => exemptFromCardFee(id));
  expect(free.map(({ vi }) => vi)).toStrictEqual([
    'Trẻ em',
    'Người cao tuổi',
    'Người khuyết tật',
    'Thương binh',
    'Hộ nghèo',
    'Hộ cận nghèo',
  ]);
  expect(exemptFromCardFee('library-decision')).toBe(false);
  expect(exemptFromCardFee('whoever-asks')).toBe(false);
});

it('is a closed list of different grounds', () => {
  expect(new Set(legalGrounds.map(({ id }) => id)).size).toBe(legalGrounds.length);
  expect(isLegalGround('error-correction')).toBe(true);
  expect(isLegalGround('')).toBe(false);
});
