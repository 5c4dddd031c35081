import type { Calendar, Closure, OpenHours, YearlyClosure } from './calendar.ts';
import { isCivilDate } from './day-number.ts';

/** What is wrong with a calendar, and where: `closures.2.to`, places counted from 0. */
interface CalendarFault {
  readonly path: string;
  readonly code:
    | 'blank'
    | 'no-such-date'
    | 'no-such-weekday'
    | 'no-such-time'
    | 'year'
    | 'ends-before-start'
    | 'closes-before-opens'
    | 'overlap'
    | 'twice'
    | 'range'
    | 'never-open';
}

/** Years a calendar may speak of: others are slips of the hand. */
const years = { first: 2000, last: 2100 } as const;
/** Most days a holiday at Tết can have on either side: beyond that it is a closure of another kind. */
const longestTet = 45;

/** Everything that keeps an edited calendar from being saved; empty when it can be. */
export function checkCalendar(calendar: Calendar): readonly CalendarFault[] {
  const { weeklyClosed, closures, yearly, openings } = calendar;
  return [
    ...weeklyClosed.flatMap((weekday, index) => weekdayFaults(`weeklyClosed.${index}`, weekday)),
    ...repeated('weeklyClosed', weeklyClosed.map(String)),
    ...(new Set(weeklyClosed.filter(isWeekday)).size === 7 ? [fault('weeklyClosed', 'never-open')] : []),
    ...closures.flatMap((closure, index) => closureFaults(`closures.${index}`, closure)),
    ...yearly.flatMap((closed, index) => yearlyFaults(`yearly.${index}`, closed)),
    ...repeated(
      'yearly',
      yearly.map(({ month, day }) => `${month}-${day}`),
    ),
    ...openings.flatMap(({ date, name, hours }, index) => [
      ...blank(`openings.${index}.name`, name),
      ...dateFaults(`openings.${index}.date`, date),
      ...hoursFaults(
        `openings.${index}.hours`,
        hours.map((span, place) => ({ ...span, place })),
      ),
    ]),
    ...repeated(
      'openings',
      openings.map(({ date }) => date),
    ),
    ...weekFaults(calendar),
    ...tetFaults(calendar),
  ];
}

function fault(path: string, code: CalendarFault['code']): CalendarFault {
  return { path, code };
}

function blank(path: string, text: string): readonly CalendarFault[] {
  return text.trim() === '' ? [fault(path, 'blank')] : [];
}

/** A fault for each text that was there before. */
function repeated(path: string, texts: readonly string[]): readonly CalendarFault[] {
  return texts.flatMap((text, index) =>
    texts.indexOf(text) < index ? [fault(`${path}.${index}`, 'twice')] : [],
  );
}

function isWeekday(weekday: number): boolean {
  return Number.isInteger(weekday) && weekday >= 1 && weekday <= 7;
}

function weekdayFaults(path: string, weekday: number): readonly CalendarFault[] {
  return isWeekday(weekday) ? [] : [fault(path, 'no-such-weekday')];
}

function dateFaults(path: string, date: string): readonly CalendarFault[] {
  if (!isCivilDate(date)) return [fault(path, 'no-such-date')];
  const year = Number(date.slice(0, 4));
  return year < years.first || year > years.last ? [fault(path, 'year')] : [];
}

function closureFaults(path: string, { from, to, name }: Closure): readonly CalendarFault[] {
  return [
    ...blank(`${path}.name`, name),
    ...dateFaults(`${path}.from`, from),
    ...dateFaults(`${path}.to`, to),
    ...(to < from ? [fault(`${path}.to`, 'ends-before-start')] : []),
  ];
}

function yearlyFaults(path: string, { month, day, name }: YearlyClosure): readonly CalendarFault[] {
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  // 2000 was a leap year, so 29 February is a day of the year.
  const exists = isCivilDate(`2000-${twoDigits(month)}-${twoDigits(day)}`);
  return [...blank(`${path}.name`, name), ...(exists ? [] : [fault(path, 'no-such-date')])];
}

interface PlacedHours extends OpenHours {
  /** Place in the list they come from. */
  readonly place: number;
}

function weekFaults({ hours }: Calendar): readonly CalendarFault[] {
  const placed = hours.map((span, place) => ({ ...span, place }));
  const weekdays = [...new Set(hours.map(({ weekday }) => weekday))];
  return [
    ...hours.flatMap(({ weekday }, index) => weekdayFaults(`hours.${index}.weekday`, weekday)),
    ...weekdays.flatMap((weekday) =>
      hoursFaults(
        'hours',
        placed.filter((span) => span.weekday === weekday),
      ),
    ),
  ];
}

/** Faults of the hours of one day. */
function hoursFaults(path: string, hours: readonly PlacedHours[]): readonly CalendarFault[] {
  const single = hours.flatMap(({ opens, closes, place }) => {
    const wrong = ([name, time]: readonly [string, string]): readonly CalendarFault[] =>
      isTime(time) ? [] : [fault(`${path}.${place}.${name}`, 'no-such-time')];
    const times = [...wrong(['opens', opens]), ...wrong(['closes', closes])];
    if (times.length > 0) return times;
    return closes <= opens ? [fault(`${path}.${place}.closes`, 'closes-before-opens')] : [];
  });
  if (single.length > 0) return single;
  const inOrder = [...hours].sort((a, b) => (a.opens < b.opens ? -1 : 1));
  return inOrder.flatMap(({ opens, place }, index) => {
    const before = inOrder[index - 1];
    return before && opens < before.closes ? [fault(`${path}.${place}`, 'overlap')] : [];
  });
}

function isTime(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time);
}

function tetFaults({ tet }: Calendar): readonly CalendarFault[] {
  if (tet === 'none') return [];
  const isRight = (days: number): boolean => Number.isInteger(days) && days >= 0 && days <= longestTet;
  return (['before', 'after'] as const).flatMap((side) =>
    isRight(tet[side]) ? [] : [fault(`tet.${side}`, 'range')],
  );
}
