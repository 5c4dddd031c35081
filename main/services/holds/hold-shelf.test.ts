import { describe, expect, it } from 'vitest';
import { day, holdRow, libraryUnder, shelvedRow } from '../../testing/past-rows.ts';
import { elsewhere, here } from '../../testing/small-library.ts';
import type { TestStation } from '../../testing/station.ts';
import { testStation } from '../../testing/station.ts';

/** The shelf in a few words: copy, last day, whether that has passed. */
const shelf = async ({ databases }: TestStation) =>
  (await databases.reader.holdShelf()).map(({ barcode, until, lapsed }) => [barcode, until, lapsed]);

describe('the hold shelf', () => {
  it('has what must go back first, then by last day, and by number within a day', async () => {
    const station = await testStation(
      libraryUnder({}, [
        shelvedRow('VV.3', 'THE-1', day(2)),
        shelvedRow('VV.5', 'THE-2', day(0)),
        shelvedRow('VV.2', 'THE-1', day(2)),
        shelvedRow('VV.4', 'THE-2', day(-1)),
        shelvedRow('VV.1', 'THE-2', day(-9)),
      ]),
    );
    // A copy waits to the end of its last day.
    expect(await shelf(station)).toStrictEqual([
      ['VV.1', day(-9), true],
      ['VV.4', day(-1), true],
      ['VV.5', day(0), false],
      ['VV.2', day(2), false],
      ['VV.3', day(2), false],
    ]);
    expect(await station.databases.reader.holdShelf()).toMatchObject([
      {
        hold: { id: 'hold-VV.1' },
        title: 'Dế Mèn phiêu lưu ký',
        patron: { id: 'patron-THE-2', card: 'THE-2', name: 'Bạn đọc Thử THE-2' },
      },
      {},
      {},
      {},
      {},
    ]);
  });

  it('is this library’s, and has only what stands there and waits', async () => {
    const item = `item-${here}-VV.4`;
    const station = await testStation(
      libraryUnder({}, [
        shelvedRow('VV.1', 'THE-1', day(1)),
        // Its pickup is here, but it stands on another shelf.
        shelvedRow('VV.9', 'THE-1', day(1), elsewhere),
        holdRow('VV.3', 'THE-1'),
        holdRow('VV.4', 'THE-1', { state: { status: 'in-transit', item, barcode: 'VV.4' } }),
        holdRow('VV.5', 'THE-2', { state: { status: 'filled', loan: 'loan-VV.5' } }),
        holdRow('VV.6', 'THE-2', {
          state: { status: 'ended', why: 'cancelled', at: '2026-11-20T09:00:00+07:00' },
        }),
      ]),
    );
    expect(await shelf(station)).toStrictEqual([['VV.1', day(1), false]]);
  });

  it('takes a copy when it comes back for somebody, and loses it when that reader has it', async () => {
    const station = await testStation(libraryUnder({}, [holdRow('VV.1', 'THE-1')]));
    expect(await shelf(station)).toStrictEqual([]);
    await station.desk.scan('VV.1');
    expect(await shelf(station)).toStrictEqual([['VV.1', day(7), false]]);
    station.desk.acknowledge((await station.rows())[0]?.id ?? '');
    for (const code of ['THE-1', 'VV.1']) await station.desk.scan(code);
    expect(await shelf(station)).toStrictEqual([]);
  });

  it('keeps a hold that was given longer, and loses one that was ended', async () => {
    const station = await testStation(
      libraryUnder({}, [shelvedRow('VV.1', 'THE-1', day(-1)), shelvedRow('VV.2', 'THE-2', day(-1))]),
    );
    await station.desk.act({ do: 'amend-hold', hold: 'hold-VV.1', changes: { shelfUntil: day(4) } });
    await station.desk.act({ do: 'end-hold', hold: 'hold-VV.2', why: 'not-collected', note: '' });
    expect(await shelf(station)).toStrictEqual([['VV.1', day(4), false]]);
  });
});
