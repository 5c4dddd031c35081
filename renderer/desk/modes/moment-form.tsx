import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskMode } from '../../../contract/workstation/desk.ts';
import { useToday } from '../../connection/queries.ts';
import { dayOfDue, formatDate, formatTimeShort, isMoment, shiftDate } from '../../format/dates.ts';
import { readDue, readPastMoment } from '../../format/typed-dates.ts';
import { DateField } from '../../forms/date-field.tsx';
import { namespaces } from '../../i18n/start.ts';
import { useFocusedFirst } from '../../ui/use-focused-first.ts';
import { useNow } from '../../ui/use-now.ts';
import { useDeskCalls } from '../use-desk-calls.ts';
import type { TimedMode } from './mode-kinds.ts';
import { momentOf, withTimedOn } from './mode-kinds.ts';

interface MomentFormProps {
  readonly kind: TimedMode;
  readonly mode: DeskMode;
  readonly onClose: () => void;
}

/** Hours at which books come back unseen: after closing, and before opening. */
const usual = { evening: '17:00', morning: '07:00' } as const;

/** Asks for the moment of a mode. A day that does not exist, or the wrong side of now, is refused where it is typed. */
export function MomentForm({ kind, mode, onClose }: MomentFormProps) {
  const { t } = useTranslation(namespaces);
  const calls = useDeskCalls();
  const today = useToday();
  const now = useNow(5_000);
  const form = useFocusedFirst<HTMLElement>();
  const known = momentOf(mode, kind);
  const [day, setDay] = useState(known === null ? '' : formatDate(dayOfDue(known)));
  const [time, setTime] = useState(known !== null && isMoment(known) ? formatTimeShort(known) : '');
  const isDue = kind === 'setDue';
  const reading = isDue ? readDue(day, time, today, now) : readPastMoment(day, time, now);
  const fault = reading.ok ? null : reading.fault;
  const typedDay = day.trim().length >= 8;
  const typedTime = time.trim().length >= 2;
  const fill = (date: string, clock: string) => (): void => {
    setDay(formatDate(date));
    setTime(clock);
  };
  const switchOn = (): void => {
    if (!reading.ok) return;
    calls.setMode(withTimedOn(mode, kind, 'due' in reading ? reading.due : reading.at));
    onClose();
  };
  return (
    <section className="modes" aria-labelledby="moment-title" data-testid={`moment-${kind}`} ref={form}>
      <h2 id="moment-title">{t(`modes.name.${kind}`)}</h2>
      <p className="settings-help">{t(`modes.what.${kind}`)}</p>
      <div className="moment-fields">
        <DateField
          label={t('modes.day')}
          value={day}
          onChange={setDay}
          problem={
            typedDay && (fault === 'future' || fault === 'past') && (isDue || typedTime)
              ? t(`modes.fault.${fault}`)
              : null
          }
          testId="moment-day"
        />
        <TextInput
          label={t('modes.time')}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
          placeholder={t('modes.timePlaceholder')}
          description={isDue ? t('modes.dueTimeHelp') : t('modes.timeHelp')}
          error={fault === 'time' && typedTime ? t('modes.fault.time') : null}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          size="sm"
          data-testid="moment-time"
        />
      </div>
      {!isDue && today !== '' && (
        <div className="moment-quick">
          <Button
            variant="default"
            size="xs"
            data-testid="moment-yesterday"
            onClick={fill(shiftDate(today, -1), usual.evening)}
          >
            {t('modes.yesterday', { time: usual.evening })}
          </Button>
          <Button variant="default" size="xs" onClick={fill(today, usual.morning)}>
            {t('modes.today', { time: usual.morning })}
          </Button>
        </div>
      )}
      <div className="moment-acts">
        <Button variant="default" size="sm" onClick={onClose}>
          {t('modes.cancel')}
        </Button>
        <Button size="sm" disabled={!reading.ok} data-testid="moment-on" onClick={switchOn}>
          {t('modes.turnOn')}
        </Button>
      </div>
    </section>
  );
}
