import { describe, expect, it } from 'vitest';
import type { Command } from '../../../domain/commands.ts';
import { elsewhere, here, patronRow, smallLibrary } from '../../testing/small-library.ts';
import { itemId, printingDesk } from './testing/printing-desk.ts';

const rows = [...smallLibrary, patronRow('THE-00067890', { name: 'Bạn Đọc Thử Nghiệm' })];
const waits = 'patron-THE-00067890';

const holdOn = (copy: string, pickup: string): Command => ({
  do: 'place-hold',
  hold: `hold-${copy}`,
  level: 'title',
  biblio: `biblio-${copy}`,
  item: null,
  patron: waits,
  pickup,
  startsOn: null,
  expiresOn: null,
  recall: false,
  note: '',
  confirmed: [],
});

/** VV.1 was lent, somebody waits for it at `pickup`, and it comes back. */
function broughtBack(pickup: string) {
  const desk = printingDesk(rows);
  desk.lend('VV.1', 'THE-1');
  desk.act(holdOn('VV.1', pickup));
  const [id] = desk.takeBack('VV.1').slips;
  return { desk, slip: desk.slip(id) };
}

const head = {
  library: 'Thư viện Thử nghiệm A',
  address: '',
  desk: 'Quầy 1',
  station: 'ST-1',
  at: '23/11/2026 09:00',
  number: 'ST-1-1',
  staff: 'nv-1',
};
const copy = { title: 'Dế Mèn phiêu lưu ký', author: 'Tô Hoài', callNumber: '895.922 T450H' };

describe('the slip of a hold', () => {
  it('names the reader so that only the reader knows, and the last day', () => {
    const { slip } = broughtBack(here);
    expect(slip).toMatchObject({ kind: 'hold', state: 'waiting', patron: waits, interrupted: false });
    expect(slip.content?.data).toStrictEqual({
      ...head,
      ...copy,
      kind: 'hold',
      barcode: 'VV.1',
      shortName: 'Bạn Đ. T. N.',
      cardEnd: '7890',
      until: '30/11/2026',
    });
    expect(JSON.stringify(slip.content)).not.toMatch(/Thử Nghiệm|THE-000/u);
  });

  it('says the day as it was changed, while the copy stands there', () => {
    const { desk, slip } = broughtBack(here);
    const shelfUntil = '2026-12-05';
    desk.act({ do: 'amend-hold', hold: 'hold-VV.1', changes: { shelfUntil } });
    expect(desk.slip(slip.id).content?.data).toMatchObject({ until: '05/12/2026' });
    desk.act({ do: 'end-hold', hold: 'hold-VV.1', why: 'cancelled-by-patron', note: '' });
    expect(desk.slip(slip.id).content?.data).toMatchObject({ until: '30/11/2026' });
  });
});

describe('the slip of a transit', () => {
  it('says for whom the copy travels, and where to', () => {
    const { slip } = broughtBack(elsewhere);
    expect(slip).toMatchObject({ kind: 'transit', patron: null });
    expect(slip.content?.data).toStrictEqual({
      ...head,
      ...copy,
      kind: 'transit',
      barcode: 'VV.1',
      from: 'Thư viện Thử nghiệm A',
      to: 'Thư viện Thử nghiệm B',
      hold: { shortName: 'Bạn Đ. T. N.', cardEnd: '7890' },
      home: false,
    });
  });

  it('says that the copy goes home', () => {
    const desk = printingDesk(rows);
    const item = itemId('XA.1', elsewhere);
    const [id] = desk.act({
      do: 'check-in',
      item,
      returnedAt: null,
      mode: 'desk',
      countUse: false,
      keepHere: false,
    }).slips;
    expect(desk.slip(id).content?.data).toMatchObject({
      home: true,
      hold: null,
      to: 'Thư viện Thử nghiệm B',
    });
  });
});
