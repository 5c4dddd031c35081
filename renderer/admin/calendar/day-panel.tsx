import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { closedDay } from '../../../domain/calendar/calendar.ts';
import { withoutClosure } from '../../../domain/calendar/closing.ts';
import { endOfDay, openHoursOn } from '../../../domain/calendar/hours.ts';
import { formatDate, weekdayName } from '../../format/dates.ts';
import { useMay } from '../../forms/use-may.ts';
import { namespaces } from '../../i18n/start.ts';
import { closedOn, openOn, withoutOpening } from './edit-day.ts';

interface DayPanelProps {
  readonly calendar: Calendar;
  readonly date: string;
  readonly onChange: (calendar: Calendar) => void;
}

/** The chosen day: open or not, why, until when, and the one thing that would change it. */
export function DayPanel({ calendar, date, onChange }: DayPanelProps) {
  const { t, i18n } = useTranslation(namespaces);
  const may = useMay();
  const [name, setName] = useState('');
  const closed = closedDay(calendar, date);
  const opening = calendar.openings.find((known) => known.date === date);
  const closure = calendar.closures.find(({ from, to }) => from <= date && date <= to);
  const hours = openHoursOn(calendar, date);
  const put = (next: Calendar): void => {
    setName('');
    onChange(next);
  };
  return (
    <section className="calendar-part day-panel" aria-labelledby="day-panel" data-testid="day-panel">
      <h2 id="day-panel">
        {weekdayName(date, i18n.language)}, {formatDate(date)}
      </h2>
      <p className="day-state" data-testid="day-state">
        {closed ? (
          <b>{closed.name === 'weekly' ? t('calendar.weekly') : closed.name}</b>
        ) : (
          <>
            {opening ? t('calendar.opening', { name: opening.name }) : t('calendar.open')}
            {', '}
            {hours
              .map(({ opens, closes }) =>
                opens === '00:00' && closes === endOfDay
                  ? t('calendar.allDay')
                  : t('calendar.hoursSpan', { opens, closes }),
              )
              .join(', ')}
          </>
        )}
      </p>
      {may('calendar') && (
        <div className="day-acts">
          {opening ? (
            <Button size="xs" variant="default" onClick={() => put(withoutOpening(calendar, date))}>
              {t('calendar.dropOpening')}
            </Button>
          ) : (
            <>
              <TextInput
                label={t('calendar.name')}
                value={name}
                placeholder={closed ? t('calendar.newOpening') : t('calendar.newClosure')}
                onChange={(event) => setName(event.currentTarget.value)}
                data-testid="day-name"
              />
              <Button
                size="xs"
                variant="default"
                data-testid={closed ? 'day-open' : 'day-close'}
                onClick={() =>
                  put(
                    closed
                      ? openOn(calendar, date, name.trim() || t('calendar.newOpening'))
                      : closedOn(calendar, date, name.trim() || t('calendar.newClosure')),
                  )
                }
              >
                {closed ? t('calendar.openDay') : t('calendar.closeDay')}
              </Button>
            </>
          )}
          {closure && closure.from !== closure.to && (
            <Button size="xs" variant="subtle" onClick={() => put(withoutClosure(calendar, closure))}>
              {t('calendar.dropClosure', { name: closure.name })}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
