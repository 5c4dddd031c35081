import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../domain/calendar/calendar.ts';
import type { CivilDate } from '../../../domain/facts/fact.ts';
import { formatDate, weekdayName } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';
import type { DayCell, MonthCells } from './year-days.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

interface YearGridProps {
  readonly months: readonly MonthCells[];
  readonly today: CivilDate;
  readonly chosen: CivilDate;
  /** Days that the draft changes. */
  readonly changed: readonly CivilDate[];
  readonly onChoose: (date: CivilDate) => void;
}

/** Twelve months; closed days are hatched, the chosen day moves with the arrow keys. One stop for Tab. */
export function YearGrid({ months, today, chosen, changed, onChoose }: YearGridProps) {
  const { t, i18n } = useTranslation(namespaces);
  const grid = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-date="${chosen}"]`)?.focus();
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const days = steps[event.key];
    if (days === undefined) return;
    event.preventDefault();
    byKey.current = true;
    onChoose(addDays(chosen, days));
  };
  const stop = months.some(({ days }) => days.some(({ date }) => date === chosen))
    ? chosen
    : months[0]?.days[0]?.date;
  const monthName = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' });
  return (
    <>
      <div className="months" ref={grid} onKeyDown={onKeyDown}>
        {months.map(({ month, days }) => (
          <section key={month} className="month">
            <h2>{capital(monthName.format(new Date(Date.UTC(2026, month - 1, 15))))}</h2>
            <div className="month-days">
              {weekdays.map((weekday) => (
                <span key={weekday} className="month-weekday" aria-hidden>
                  {t(`calendar.weekday.d${weekday}`)}
                </span>
              ))}
              {days.map((cell, index) => (
                <button
                  key={cell.date}
                  type="button"
                  className={cellClass(cell, { today, chosen, changed })}
                  style={index === 0 ? { gridColumnStart: cell.weekday } : undefined}
                  tabIndex={cell.date === stop ? 0 : -1}
                  aria-pressed={cell.date === chosen}
                  aria-label={`${cell.day}, ${weekdayName(cell.date, i18n.language)}, ${formatDate(cell.date)}, ${dayWords(cell)}`}
                  title={(cell.closed ?? cell.opening) ? dayWords(cell) : undefined}
                  data-date={cell.date}
                  data-closed={cell.closed !== null}
                  data-testid="calendar-day"
                  onClick={() => onChoose(cell.date)}
                >
                  {cell.day}
                </button>
              ))}
            </div>
          </section>
        ))}
      </div>
      <ul className="legend">
        <li>
          <span className="day day-closed" aria-hidden /> {t('calendar.legendClosed')}
        </li>
        <li>
          <span className="day day-weekly" aria-hidden /> {t('calendar.legendWeekly')}
        </li>
        <li>
          <span className="day day-opening" aria-hidden /> {t('calendar.legendOpening')}
        </li>
        <li>
          <span className="day day-changed" aria-hidden /> {t('calendar.legendChanged')}
        </li>
        <li>
          <span className="day day-today" aria-hidden /> {t('calendar.today')}
        </li>
      </ul>
    </>
  );

  function dayWords({ closed, opening }: DayCell): string {
    if (opening !== null) return t('calendar.opening', { name: opening });
    if (closed === null) return t('calendar.open');
    return closed === 'weekly' ? t('calendar.weekly') : closed;
  }
}

/** How far each key moves, in days. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
  PageUp: -28,
  PageDown: 28,
};

function cellClass(
  { date, closed, opening }: DayCell,
  marks: Pick<YearGridProps, 'today' | 'chosen' | 'changed'>,
): string {
  return [
    'day',
    closed === 'weekly' && 'day-weekly',
    closed !== null && closed !== 'weekly' && 'day-closed',
    opening !== null && 'day-opening',
    date === marks.today && 'day-today',
    date === marks.chosen && 'day-chosen',
    marks.changed.includes(date) && 'day-changed',
  ]
    .filter(Boolean)
    .join(' ');
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}
