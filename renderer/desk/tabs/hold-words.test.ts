import { describe, expect, it } from 'vitest';
import type { Hold } from '../../../domain/holds/hold.ts';
import { namespaces, startLanguages } from '../../i18n/start.ts';
import { holdState, holdTerms } from './hold-words.ts';
import { nextTab, readerTabs } from './tab-names.ts';

const t = startLanguages('vi').getFixedT('vi', namespaces);
const hold: Hold = {
  id: 'h',
  level: 'title',
  biblio: 'b',
  item: null,
  patron: 'p',
  library: 'lib-1',
  pickup: 'lib-1',
  placedAt: '2026-11-20T09:00:00+07:00',
  rank: 1,
  startsOn: null,
  expiresOn: '2027-01-01',
  suspendedUntil: null,
  recall: false,
  note: '',
  state: { status: 'pending' },
};
const waiting: Hold = {
  ...hold,
  state: {
    status: 'waiting',
    item: 'i',
    barcode: 'VV.1',
    library: 'lib-1',
    shelfUntil: '2026-12-06',
    since: '2026-11-22T09:00:00+07:00',
  },
};
const at = (changes: Partial<Hold>, position = 2, queue = 5) =>
  holdState(t, { hold: { ...hold, ...changes }, position, queue });

describe('holdState', () => {
  it('says the place in the queue, or how far the copy has come', () => {
    expect(at({})).toBe('Chờ thứ 2/5');
    expect(at({}, 1, 1)).toBe('Chờ, người đầu tiên');
    expect(at({ state: { status: 'in-transit', item: 'i', barcode: 'VV.1' } })).toBe(
      'Đang chuyển đến nơi nhận',
    );
    expect(holdState(t, { hold: waiting, position: 0, queue: 3 })).toBe(
      'Sẵn sàng ở giá giữ đến hết 06/12/2026',
    );
  });

  it('says that it is suspended, and until when', () => {
    expect(at({ suspendedUntil: 'indefinite' })).toBe('Tạm ngưng');
    expect(at({ suspendedUntil: '2026-12-31' })).toBe('Tạm ngưng đến 31/12/2026');
  });
});

describe('holdTerms', () => {
  it('lists where it is collected and what else was agreed', () => {
    const terms = holdTerms(
      t,
      { ...hold, level: 'copy', startsOn: '2026-12-01', recall: true },
      'Thư viện Thử',
    );
    expect(terms).toEqual([
      'Nhận tại Thư viện Thử',
      'chỉ một bản',
      'bắt đầu 01/12/2026',
      'hết hiệu lực 01/01/2027',
      'đòi sớm',
    ]);
    expect(holdTerms(t, waiting, 'Thư viện Thử')).toEqual(['Nhận tại Thư viện Thử', 'VV.1']);
  });
});

describe('nextTab', () => {
  it('goes round', () => {
    expect(readerTabs.map(nextTab)).toEqual(['holds', 'charges', 'history', 'loans']);
  });
});
