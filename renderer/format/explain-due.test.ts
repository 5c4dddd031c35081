import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { dueDate } from '../../domain/circulation/due-date.ts';
import type { DueTerms } from '../../domain/policy/policies.ts';
import type { Language } from '../i18n/start.ts';
import { namespaces, startLanguages } from '../i18n/start.ts';
import { explainDue } from './explain-due.ts';

const terms: DueTerms = {
  period: { unit: 'days', length: 14 },
  dueMode: 'next-open-day',
  closingTime: 'shorten',
  hardDue: 'none',
  cardExpiry: 'cap',
};
const calendar: Calendar = {
  id: 'c',
  library: 'lib-bn',
  weeklyClosed: [1],
  closures: [{ from: '2027-02-05', to: '2027-02-11', name: 'Tết Nguyên đán' }],
  tet: 'none',
  hungKings: 'open',
  yearly: [],
  openings: [],
  hours: [2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '17:00' })),
};
const far = '2035-01-01';

function steps(
  from: string,
  {
    changes = {},
    expires = far,
    language = 'vi',
    now = `${from}T09:00:00.000+07:00`,
  }: {
    changes?: Partial<DueTerms>;
    expires?: string;
    language?: Language;
    now?: string;
  } = {},
) {
  const due = dueDate({ ...terms, ...changes }, calendar, expires, {
    today: from,
    now,
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  if (!due) throw new Error('The calendar opens.');
  const t = startLanguages(language).getFixedT(language, namespaces);
  return explainDue({ t, language }, due).map(({ date, note }) => `${date} ${note}`);
}

describe('explainDue', () => {
  it('is two stops when nothing stands in the way', () => {
    expect(steps('2026-11-21')).toEqual(['21/11/2026 từ ngày', '05/12/2026 thêm 14 ngày']);
  });

  it('says Tết once, then the day it opens; the weekly closing day by its name', () => {
    expect(steps('2027-01-23')).toEqual([
      '23/01/2027 từ ngày',
      '06/02/2027 thêm 14 ngày',
      '06/02/2027 – 11/02/2027 nghỉ: Tết Nguyên đán',
      '12/02/2027 ngày mở cửa kế tiếp',
    ]);
    expect(steps('2026-11-23', { language: 'en' })).toEqual([
      '23/11/2026 from',
      '07/12/2026 plus 14 days',
      '07/12/2026 Monday, weekly closing day',
      '08/12/2026 next open day',
    ]);
  });

  it('passes closed days on the way to where counted open days lead', () => {
    const period = { unit: 'days', length: 3 } as const;
    expect(steps('2026-11-21', { changes: { period, dueMode: 'open-days' } })).toEqual([
      '21/11/2026 từ ngày',
      '23/11/2026 Thứ Hai, nghỉ hằng tuần',
      '25/11/2026 thêm 3 ngày mở cửa',
    ]);
  });

  it('ends where the card ends, and before it when that is a closed day', () => {
    expect(steps('2026-11-21', { expires: '2026-12-03' }).at(-1)).toBe('03/12/2026 thẻ hết hạn ngày này');
    expect(steps('2026-11-21', { expires: '2026-11-30' })).toEqual([
      '21/11/2026 từ ngày',
      '05/12/2026 thêm 14 ngày',
      '30/11/2026 thẻ hết hạn ngày này',
      '30/11/2026 Thứ Hai, nghỉ hằng tuần',
      '29/11/2026 ngày mở cửa trước đó',
    ]);
  });

  it('names a fixed date', () => {
    const exactly = { date: '2027-05-31', how: 'exactly' } as const;
    expect(steps('2026-11-21', { changes: { hardDue: exactly } })).toEqual([
      '21/11/2026 từ ngày',
      '05/12/2026 thêm 14 ngày',
      '31/05/2027 hạn trả ấn định',
      '31/05/2027 Thứ Hai, nghỉ hằng tuần',
      '01/06/2027 ngày mở cửa kế tiếp',
    ]);
    const notAfter = { date: '2026-12-01', how: 'not-after' } as const;
    expect(steps('2026-11-21', { changes: { hardDue: notAfter } }).at(-1)).toBe(
      '01/12/2026 không muộn hơn ngày này',
    );
  });

  it('counts hours to a closing time', () => {
    const period = { unit: 'hours', length: 10 } as const;
    expect(steps('2026-11-21', { changes: { period } })).toEqual([
      '09:00 21/11/2026 từ lúc',
      '19:00 21/11/2026 thêm 10 giờ',
      '17:00 21/11/2026 giờ đóng cửa trước đó',
    ]);
  });
});
