import { civilDateAt } from '../../domain/calendar/calendar.ts';
import type { LibraryKind } from '../../domain/catalogue/catalogue.ts';
import { isInstantDue } from '../../domain/circulation/due.ts';

/** Every hour and day on the page is Vietnam's: one zone, no summer time. */
export const timeZone = 'Asia/Ho_Chi_Minh';

const libraryKinds: Readonly<Record<LibraryKind, string>> = {
  public: 'Thư viện công cộng',
  school: 'Thư viện trường học',
  'armed-forces': 'Thư viện lực lượng vũ trang nhân dân',
  community: 'Thư viện cộng đồng',
  private: 'Thư viện tư nhân có phục vụ cộng đồng',
};

/** What a person is told about a disagreement, by its rule. */
const exceptionRules: Readonly<Record<string, string>> = {
  'double-loan': 'Một bản được cho mượn hai lần khi lần trước chưa trả',
  'unknown-loan': 'Trả hoặc gia hạn một lượt mượn mà tỉnh chưa biết',
  'renewed-after-return': 'Gia hạn một lượt mượn đã trả',
  'returned-other-loan':
    'Bản được trả theo một lượt mượn cũ khi đang có người khác mượn; lượt mượn đó đã được đóng',
  'moved-while-on-loan': 'Một bản được chuyển chỗ hoặc đánh dấu khi đang có người mượn; lượt mượn vẫn mở',
  'blocked-patron-borrowed': 'Bạn đọc đang bị khoá thẻ vẫn mượn được ở một quầy chưa biết việc khoá',
  'unknown-item': 'Một bản chưa có trong mục lục của tỉnh đã được mượn, trả hoặc đánh dấu',
  'unknown-patron': 'Một bạn đọc mà tỉnh chưa biết đã mượn ở một quầy',
  'hold-trapped-elsewhere': 'Hai bản được giữ cho cùng một lượt đặt, hoặc giữ cho lượt đã xong',
  'receipt-number-twice': 'Hai biên lai mang cùng một số: dữ liệu của trạm đã bị sao chép',
  'charge-paid-twice': 'Một khoản được thu hai lần ở hai quầy',
  'over-limit': 'Một bạn đọc mượn quá số lượng ở hai quầy chưa biết việc của nhau',
  'policy-superseded': 'Một trạm cho mượn theo chính sách cũ khi chính sách mới đã có hiệu lực',
  'clock-suspect': 'Đồng hồ của một trạm sai hơn năm phút',
  'station-forked': 'Dữ liệu của một trạm đã bị sao chép sang máy khác, hoặc máy vừa được phục hồi bản cũ',
  'journal-damaged':
    'Sổ của một trạm bị hỏng; phần đọc được đã giữ lại trong một sổ mới. Đối chiếu phiếu giấy của quầy với các lượt đã nhận',
  'unreadable-fact': 'Trạm gửi một mục mà phiên bản này chưa đọc được; mục được giữ nguyên văn',
  'fact-id-reused': 'Hai mục khác nhau mang cùng một mã; mục sau được giữ trong sổ của trạm',
};

/** The kind of a library in words; an unknown kind speaks for itself. */
export function libraryKindWords(kind: string): string {
  return lookUp(libraryKinds, kind);
}

/** The rule of an exception in words; an unknown rule speaks for itself. */
export function exceptionWords(rule: string): string {
  return lookUp(exceptionRules, rule);
}

function lookUp(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}

const count = new Intl.NumberFormat('vi-VN');
const hour = new Intl.DateTimeFormat('vi-VN', { timeZone, timeStyle: 'short', hourCycle: 'h23' });
const clock = new Intl.DateTimeFormat('vi-VN', { timeZone, timeStyle: 'medium', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat('vi-VN', { timeZone, weekday: 'long' });
const ago = new Intl.RelativeTimeFormat('vi-VN', { numeric: 'always' });

export function countWords(value: number): string {
  return count.format(value);
}

/** `09:41 22/11`, for a moment in ms since the Unix epoch. */
export function momentWords(ms: number): string {
  const [, month, day] = civilDateAt(new Date(ms).toISOString(), timeZone).split('-');
  return `${hour.format(ms)} ${day}/${month}`;
}

/** `09:41:07, Chủ Nhật 22/11/2026`. */
export function clockWords(ms: number): string {
  const today = civilDateAt(new Date(ms).toISOString(), timeZone);
  return `${clock.format(ms)}, ${weekday.format(ms)} ${dateWords(today)}`;
}

/** `06/12/2026` for the due date of a day loan, `09:41 22/11` for that of an hour loan. */
export function dueWords(due: string): string {
  return isInstantDue(due) ? momentWords(Date.parse(due)) : dateWords(due);
}

/** `06/12/2026` for a civil date. */
function dateWords(date: string): string {
  return date.split('-').toReversed().join('/');
}

/** How long ago, in the largest fitting unit. */
export function agoWords(from: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - from) / 1000));
  if (seconds < 10) return 'vừa xong';
  if (seconds < 60) return ago.format(-seconds, 'second');
  if (seconds < 3600) return ago.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return ago.format(-Math.floor(seconds / 3600), 'hour');
  return ago.format(-Math.floor(seconds / 86_400), 'day');
}
