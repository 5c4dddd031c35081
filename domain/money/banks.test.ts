import { expect, it } from 'vitest';
import { bankName } from './banks.ts';

it('names a bank it knows and no other', () => {
  expect(bankName('970436')).toBe('Vietcombank');
  expect(bankName('970416')).toBe('ACB');
  expect(bankName('000000')).toBeNull();
  expect(bankName('constructor')).toBeNull();
});
