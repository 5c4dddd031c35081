import { isOverdue } from '../../domain/circulation/due.ts';
import { rangeWords } from '../../domain/exceptions/range-words.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import type { ExceptionLine, LibraryLine, LoanLine, Overview, StationLine } from './read.ts';
import { styleElement } from './styles.ts';
import {
  agoWords,
  clockWords,
  countWords,
  dueWords,
  exceptionWords,
  libraryKindWords,
  momentWords,
} from './words.ts';

/** The page asks for itself again after so many seconds, unless it is held still. */
const refreshSeconds = 5;
/** A station that was heard within this time is at work: its regular pull comes every 30 s. */
const atWorkMs = 75_000;

type DeskMoment = Parameters<typeof isOverdue>[1];

/** The overview as one HTML document. `live`: it renews itself. */
export function overviewPage(overview: Overview, live: boolean): string {
  const { libraries, stations, loans, exceptions, counts, feed, now, today } = overview;
  const open = sum(libraries.map((library) => library.open));
  const lentToday = sum(libraries.map((library) => library.today));
  const atWork = stations.filter((station) => isAtWork(station, now)).length;
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${live ? html`<meta http-equiv="refresh" content="${refreshSeconds}" />` : ''}
        <title>Lưu Thông · Máy chủ tỉnh</title>
        ${styleElement}
      </head>
      <body>
        <header>
          <h1>Lưu Thông <span>Máy chủ tỉnh</span></h1>
          <p>
            ${clockWords(now)} ·
            <a href="${live ? '/?live=0' : '/'}">${live ? 'Dừng tự cập nhật' : 'Tự cập nhật'}</a>
          </p>
        </header>
        <main>
          <dl class="figures">
            ${figure('Lượt mượn hôm nay', countWords(lentToday), '')}
            ${figure('Đang mượn', countWords(open), '')}
            ${figure('Trạm đang làm việc', `${atWork}/${stations.length}`, '')}
            ${figure('Đang đặt mượn', countWords(counts.openHolds), '')}
            ${figure('Chờ bạn đọc nhận', countWords(counts.waiting), '')}
            ${figure('Chuyển khoản chờ đối chiếu', countWords(counts.reportedTransfers), '')}
            ${figure('Việc cần xem', countWords(counts.exceptions), counts.exceptions > 0 ? 'question' : '')}
          </dl>
          ${counts.exceptions > 0 ? section('Việc cần xem', exceptionTable(exceptions)) : ''}
          ${section('Lượt mượn mới nhất', loanTable(loans, { today, now: new Date(now).toISOString() }))}
          <div class="columns">
            ${section('Thư viện', libraryTable(libraries))} ${section('Trạm', stationTable(overview))}
          </div>
        </main>
        <footer>Vị trí dòng thay đổi ${countWords(feed.head)} · kỷ nguyên ${feed.epoch.slice(0, 8)}</footer>
      </body>
    </html>`.html;
}

function figure(name: string, value: string, tone: string): Markup {
  return html`<div class="${tone}">
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function section(title: string, content: Markup): Markup {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

function table(headings: readonly string[], rows: readonly Markup[], empty: string): Markup {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function libraryTable(libraries: readonly LibraryLine[]): Markup {
  return table(
    ['Thư viện', 'Đang mượn', 'Hôm nay'],
    libraries.map(
      ({ name, kind, open, today }) =>
        html`<tr>
          <td><b>${name}</b><small>${libraryKindWords(kind)}</small></td>
          <td class="number">${countWords(open)}</td>
          <td class="number">${countWords(today)}</td>
        </tr>`,
    ),
    'Chưa có thư viện nào.',
  );
}

function stationTable({ stations, silent, now }: Overview): Markup {
  const waiting = new Map(silent.map((one) => [one.station, one.waiting]));
  return table(
    ['Trạm', 'Liên lạc cuối', 'Đã nhận'],
    stations.map((line) => {
      const { station, desk, library, lastSeen, acked } = line;
      const [tone, word] = isAtWork(line, now) ? ['done', 'Đang làm việc'] : ['idle', 'Không liên lạc'];
      const unsent = waiting.get(station);
      return html`<tr>
        <td><b>${station}</b> ${desk}<small>${library}</small></td>
        <td>
          <i class="${tone}"></i>${lastSeen ? agoWords(lastSeen.getTime(), now) : 'chưa lần nào'}<small
            >${word}</small
          >
        </td>
        <td class="number">
          ${countWords(acked ?? 0)}${
            unsent === undefined
              ? ''
              : html`<small class="question">còn ${countWords(unsent)} lượt chưa gửi</small>`
          }
        </td>
      </tr>`;
    }),
    'Chưa có trạm nào được ghi danh.',
  );
}

function exceptionTable(exceptions: readonly ExceptionLine[]): Markup {
  return table(
    ['Việc', 'Bản tài liệu', 'Trạm', 'Lúc'],
    exceptions.map(
      ({ rule, title, barcode, stations, occurredAt, missing }) =>
        html`<tr>
          <td>
            <span class="tag question">?</span> ${exceptionWords(rule)}
            ${missing ? html`<small>Thiếu lượt ${rangeWords(missing)}</small>` : ''}
          </td>
          <td>${title ?? '—'}<small>${barcode ?? ''}</small></td>
          <td>${stations ?? '—'}</td>
          <td class="number">${momentWords(occurredAt.getTime())}</td>
        </tr>`,
    ),
    '',
  );
}

function loanTable(loans: readonly LoanLine[], moment: DeskMoment): Markup {
  return table(
    ['Nhan đề', 'ĐKCB', 'Thư viện', 'Trạm', 'Ghi mượn', 'Hạn trả', 'Tình trạng'],
    loans.map(
      (loan) =>
        html`<tr>
          <td><b>${loan.title ?? 'Chưa có trong mục lục'}</b></td>
          <td class="code">${loan.barcode}</td>
          <td>${loan.library}</td>
          <td class="code">${loan.station}</td>
          <td class="number">${momentWords(loan.lentAt.getTime())}</td>
          <td class="number">${dueWords(loan.due)}</td>
          <td>${loanState(loan, moment)}</td>
        </tr>`,
    ),
    'Chưa có lượt mượn nào.',
  );
}

function loanState({ returnedAt, lostAt, due, renewals }: LoanLine, moment: DeskMoment): Markup {
  if (returnedAt !== null)
    return html`<span class="tag done">Đã trả</span> <small>${momentWords(Date.parse(returnedAt))}</small>`;
  if (lostAt !== null) return html`<span class="tag refused">Đã báo mất</span>`;
  if (isOverdue(due, moment)) return html`<span class="tag refused">Quá hạn</span>`;
  return renewals > 0
    ? html`<span class="tag open">Đang mượn</span> <small>gia hạn ${renewals} lần</small>`
    : html`<span class="tag open">Đang mượn</span>`;
}

function isAtWork({ lastSeen }: StationLine, now: number): boolean {
  return lastSeen !== null && now - lastSeen.getTime() < atWorkMs;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
