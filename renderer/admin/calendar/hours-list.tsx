import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { namespaces } from '../../i18n/start.ts';
import type { CalendarFaults } from './calendar-faults.ts';
import { faultAt } from './calendar-faults.ts';
import { Problem } from './problem.tsx';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const usual = { opens: '08:00', closes: '17:00' };

interface HoursListProps {
  readonly calendar: Calendar;
  readonly faults: CalendarFaults;
  readonly onChange: (calendar: Calendar) => void;
}

/** Opening hours by weekday; several a day where the library closes at noon. Only hour loans look at them. */
export function HoursList({ calendar, faults, onChange }: HoursListProps) {
  const { t } = useTranslation(namespaces);
  const { hours, weeklyClosed } = calendar;
  const put = (next: Calendar['hours']): void => onChange({ ...calendar, hours: next });
  return (
    <section className="calendar-part" aria-labelledby="rule-hours">
      <h2 id="rule-hours">{t('calendar.hours')}</h2>
      <p className="form-quiet">{t('calendar.hoursHelp')}</p>
      <ul className="day-list">
        {weekdays
          .filter((weekday) => !weeklyClosed.includes(weekday))
          .map((weekday) => {
            const spans = hours.flatMap((span, index) => (span.weekday === weekday ? [{ span, index }] : []));
            const day = t(`calendar.weekday.d${weekday}`);
            return (
              <li key={weekday} className="hours-day">
                <span className="hours-weekday">{day}</span>
                <span className="hours-spans">
                  {spans.length === 0 && <span className="form-quiet">{t('calendar.allDay')}</span>}
                  {spans.map(({ span, index }) => (
                    <span key={`${weekday}-${spans.length}-${index}`} className="hours-span">
                      <TimeInput
                        label={`${t('calendar.opens')} (${day})`}
                        value={span.opens}
                        onChange={(opens) => put(hours.with(index, { ...span, opens }))}
                      />
                      –
                      <TimeInput
                        label={`${t('calendar.closes')} (${day})`}
                        value={span.closes}
                        onChange={(closes) => put(hours.with(index, { ...span, closes }))}
                      />
                      <ActionIcon
                        variant="subtle"
                        aria-label={`${t('forms.remove')} ${day} ${span.opens}`}
                        onClick={() => put(hours.toSpliced(index, 1))}
                      >
                        <IconTrash aria-hidden size="1rem" stroke={1.7} />
                      </ActionIcon>
                      <Problem text={faultAt(t, faults, `hours.${index}`)} />
                    </span>
                  ))}
                </span>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`${t('calendar.addHours')} (${day})`}
                  onClick={() => put([...hours, { weekday, ...usual }])}
                >
                  <IconPlus aria-hidden size="0.9rem" />
                </Button>
              </li>
            );
          })}
      </ul>
    </section>
  );
}

interface TimeInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
}

/** A wall time, `08:00`; the colon comes by itself. */
function TimeInput({ label, value, onChange }: TimeInputProps) {
  return (
    <TextInput
      className="hours-time"
      aria-label={label}
      value={value}
      maxLength={5}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => {
        const typed = event.currentTarget.value;
        const grew = typed.length > value.length;
        onChange(grew && /^\d{3}$/u.test(typed) ? `${typed.slice(0, 2)}:${typed.slice(2)}` : typed);
      }}
    />
  );
}
