import { describe, expect, it, onTestFinished } from 'vitest';
import type { EntityRow } from '../../../domain/catalogue/rows.ts';
import { openStore } from '../../store/store.ts';
import { testFolder } from '../../testing/folders.ts';
import { fillMirror, here, itemRow, patronRow } from '../../testing/small-library.ts';
import { resolveCode } from './resolve-code.ts';

/** The copy numbered VV.100 of a library, and its reader with card 100. */
const rowsOf = (library: string, id: string): EntityRow[] => [
  itemRow('VV.100', library, 'sach', { id: `item-${id}` }),
  patronRow('THE-100', { id: `patron-${id}`, library }),
];

describe('a number that many libraries use', () => {
  const others = Array.from({ length: 25 }, (_, index) => rowsOf(`LIB-${index}`, `other-${index}`)).flat();

  const resolver = (rows: readonly EntityRow[]) => {
    const { store } = openStore(testFolder(), 'ST-1');
    onTestFinished(() => store.close());
    fillMirror(store, rows);
    return (code: string) => resolveCode(store.lookup, here, code);
  };

  it('means the copy and the reader of the desk itself, however many others there are', () => {
    const resolve = resolver([...others, ...rowsOf(here, 'own')]);
    expect(resolve('VV.100')).toMatchObject({ kind: 'item', item: { id: 'item-own' } });
    expect(resolve('THE-100')).toMatchObject({ kind: 'patron', patron: { id: 'patron-own' } });
  });

  it('is ambiguous where the desk has none of its own', () => {
    const resolve = resolver(others);
    expect(resolve('VV.100')).toStrictEqual({ kind: 'ambiguous' });
    expect(resolve('THE-100')).toStrictEqual({ kind: 'ambiguous' });
  });
});
