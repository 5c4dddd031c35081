import { expect, it } from 'vitest';
import { closedDay } from '../../../domain/calendar/calendar.ts';
import { noCalendar } from '../../../domain/calendar/no-calendar.ts';
import { closedOn, openOn, withoutOpening } from './edit-day.ts';

const sundays = { ...noCalendar('TV'), weeklyClosed: [7] };
const sunday = '2026-11-22';
const monday = '2026-11-23';

it('closes one day and opens it again without a trace', () => {
  const closed = closedOn(sundays, monday, 'Mất điện');
  expect(closedDay(closed, monday)?.name).toBe('Mất điện');
  expect(openOn(closed, monday, 'Mở cửa')).toEqual(sundays);
});

it('opens a weekly closing day by exception, and takes that back', () => {
  const open = openOn(sundays, sunday, 'Làm bù');
  expect(closedDay(open, sunday)).toBeNull();
  expect(open.openings).toEqual([{ date: sunday, name: 'Làm bù', hours: [] }]);
  expect(withoutOpening(open, sunday)).toEqual(sundays);
});

it('opens a day in the middle of a closure and leaves the rest of it closed', () => {
  const closed = { ...sundays, closures: [{ from: monday, to: '2026-11-25', name: 'Kiểm kê' }] };
  const open = openOn(closed, '2026-11-24', 'Mở cửa');
  expect(['2026-11-23', '2026-11-24', '2026-11-25'].map((day) => closedDay(open, day)?.name ?? null)).toEqual(
    ['Kiểm kê', null, 'Kiểm kê'],
  );
});

it('closes a day that was open by exception', () => {
  const open = openOn(sundays, sunday, 'Làm bù');
  const closed = closedOn(open, sunday, 'Nghỉ');
  expect(closed.openings).toEqual([]);
  expect(closedDay(closed, sunday)?.name).toBe('Nghỉ');
});
