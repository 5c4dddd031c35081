import { expect, it } from 'vitest';
import type { ExceptionFact } from '../../contract/workstation/exceptions.ts';
import { waysOf } from './ways.ts';

const reader = (id: string) => ({ id, card: `THE-${id}`, name: `Bạn đọc Thử ${id}` });
const item = {
  id: 'i',
  biblio: 'b',
  barcode: 'VV.1',
  title: 'Dế Mèn',
  author: '',
  callNumber: '',
  library: 'A',
};

function fact(patron: ExceptionFact['patron']): ExceptionFact {
  return {
    side: {
      fact: `f-${patron?.id ?? ''}`,
      kind: 'loan.checked-out',
      at: '2026-11-22T08:01:00.000+07:00',
      station: 'ST-1',
      desk: 'Quầy 1',
      actor: 'nv-1',
      library: 'A',
      patron: patron?.id ?? null,
      item: 'i',
      barcode: 'VV.1',
      due: null,
      amount: null,
    },
    here: true,
    library: 'Thư viện A',
    staff: null,
    patron,
  };
}

it('leads to the copy and to each reader once', () => {
  const facts = [fact(reader('1')), fact(reader('2')), fact(reader('1')), fact(null)];
  expect(waysOf({ rule: 'double-loan', item, patron: null, facts })).toStrictEqual([
    { to: 'item', item: 'i' },
    { to: 'reader', patron: reader('1') },
    { to: 'reader', patron: reader('2') },
  ]);
});

it('leads to the charges where it is about money', () => {
  const found = waysOf({ rule: 'charge-paid-twice', item: null, patron: reader('1'), facts: [fact(null)] });
  expect(found).toStrictEqual([{ to: 'pay', patron: reader('1') }]);
});

it('leads nowhere where nothing is known', () => {
  expect(waysOf({ rule: 'clock-suspect', item: null, patron: null, facts: [fact(null)] })).toStrictEqual([]);
});
