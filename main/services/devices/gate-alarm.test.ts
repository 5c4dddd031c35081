import { describe, expect, it, onTestFinished } from 'vitest';
import { ordinaryMode } from '../../../contract/workstation/desk.ts';
import { openStore } from '../../store/store.ts';
import { testContext, testKey } from '../../testing/desk-context.ts';
import { testFolder } from '../../testing/folders.ts';
import { fillMirror } from '../../testing/small-library.ts';
import { actOnScan } from '../circulation/act.ts';
import { gateAlarm } from './gate-alarm.ts';

function gate() {
  const { store } = openStore(testFolder(), 'ST-1');
  onTestFinished(() => store.close());
  fillMirror(store);
  const context = testContext(store);
  return {
    store,
    lend: (text: string, use: 'home' | 'reading-room' = 'home') =>
      actOnScan(context, testKey, { text, patron: 'patron-THE-1', mode: { ...ordinaryMode, use } }),
    alarm: (code: string | null, address: string | null = null) => gateAlarm(context, { address, code }),
  };
}
const codes = (row: ReturnType<typeof gateAlarm>): string[] =>
  row.findings.map((finding) => finding.reason.code);

describe('a gate that alarms', () => {
  it('for a book on loan: its title and reader, LT-2121', () => {
    const { alarm, lend } = gate();
    lend('VV.1');
    const row = alarm('VV.1');
    expect(row).toMatchObject({
      act: 'gate',
      state: 'routed',
      item: { barcode: 'VV.1', title: 'Dế Mèn phiêu lưu ký' },
      patron: { card: 'THE-1' },
    });
    expect(codes(row)).toEqual(['LT-2121']);
  });

  it('for a book that nobody has: LT-2122, with its title', () => {
    const row = gate().alarm('VV.1');
    expect(row).toMatchObject({
      act: 'gate',
      state: 'refused',
      item: { title: 'Dế Mèn phiêu lưu ký' },
      patron: null,
    });
    expect(codes(row)).toEqual(['LT-2122']);
  });

  it('for one that is used in the reading room: LT-2124', () => {
    const { alarm, lend } = gate();
    lend('VV.1', 'reading-room');
    expect(codes(alarm('VV.1'))).toEqual(['LT-2124']);
  });

  it.each([
    ['a number of no copy', 'ZZ.9', 'E0AA', 'ZZ.9'],
    ['an address of no tag', null, 'E0AA', 'E0AA'],
    ['nothing', null, null, '?'],
    ['a reader’s card', 'THE-1', null, 'THE-1'],
  ])('for %s: LT-2123', (_, code, address, tag) => {
    const row = gate().alarm(code, address);
    expect(row.findings.map((finding) => finding.reason)).toEqual([{ code: 'LT-2123', params: { tag } }]);
  });

  it('knows a tag by its address alone, once it was on a pad', () => {
    const { alarm, store } = gate();
    store.tagTasks.remember('E0AA', 'VV.2');
    expect(alarm(null, 'E0AA')).toMatchObject({ item: { barcode: 'VV.2' } });
    store.tagTasks.remember('E0AA', 'VV.3');
    expect(alarm(null, 'E0AA')).toMatchObject({ item: { barcode: 'VV.3' } });
  });
});
