import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDoorOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { closedDay } from '../../../domain/calendar/calendar.ts';
import { checkCalendar } from '../../../domain/calendar/check-calendar.ts';
import { tetTableCovers } from '../../../domain/calendar/tet.ts';
import { useCalendar, useToday } from '../../connection/queries.ts';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useMay } from '../../forms/use-may.ts';
import { namespaces } from '../../i18n/start.ts';
import { calendarInput } from './calendar-input.ts';
import { CalendarRules } from './calendar-rules.tsx';
import { CalendarSave } from './calendar-save.tsx';
import { CloseLibrary } from './close-library.tsx';
import { DayPanel } from './day-panel.tsx';
import { changedDays, closedCount, yearDays } from './year-days.ts';
import { YearGrid } from './year-grid.tsx';
import './calendar.css';

/** When the library is closed: the year at a glance, the rules behind it, and "closed today" with what it moves. */
export default function CalendarScreen() {
  const { t } = useTranslation(namespaces);
  const { data: saved } = useCalendar();
  const today = useToday();
  if (!saved || today === '') {
    return (
      <div className="teach">
        <h1 id="office-calendar" className="unseen">
          {t('calendar.title')}
        </h1>
        <p>{t('app.loading')}</p>
      </div>
    );
  }
  return <CalendarEditor saved={saved} today={today} />;
}

interface CalendarEditorProps {
  readonly saved: Calendar;
  readonly today: string;
}

function CalendarEditor({ saved, today }: CalendarEditorProps) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const saving = useAct();
  const [draft, setDraft] = useState<Calendar | null>(null);
  const [year, setYear] = useState(() => Number(today.slice(0, 4)));
  const [chosen, setChosen] = useState(today);
  const [isClosing, setClosing] = useState(false);
  const [wasClosed, setWasClosed] = useState(false);
  const calendar = draft ?? saved;
  const closed = closedDay(calendar, today);
  const changed = draft ? changedDays(saved, draft, year) : [];
  const faults = draft ? checkCalendar(draft) : [];
  const change = (next: Calendar): void => {
    saving.forget();
    setWasClosed(false);
    setDraft(next);
  };
  const save = async (note: string): Promise<void> => {
    if (!draft) return;
    const row = await saving.act({ do: 'save-calendar', calendar: calendarInput(draft), note });
    if (row) setDraft(null);
  };
  const choose = (date: string): void => {
    setChosen(date);
    setYear(Number(date.slice(0, 4)));
  };
  return (
    <>
      <div className="office-head">
        <h1 id="office-calendar" className="unseen">
          {t('calendar.title')}
        </h1>
        <p data-testid="calendar-today">
          {closed
            ? t('calendar.closedToday', {
                name: closed.name === 'weekly' ? t('calendar.weekly') : closed.name,
              })
            : t('calendar.openToday')}
        </p>
        <div className="year-switch" role="group" aria-label={t('calendar.year', { year })}>
          <Button
            size="xs"
            variant="default"
            aria-label={t('calendar.before')}
            data-testid="calendar-year-before"
            onClick={() => setYear(year - 1)}
          >
            <IconChevronLeft aria-hidden size="1.1rem" />
          </Button>
          <b data-testid="calendar-year">{year}</b>
          <Button
            size="xs"
            variant="default"
            aria-label={t('calendar.after')}
            data-testid="calendar-year-after"
            onClick={() => setYear(year + 1)}
          >
            <IconChevronRight aria-hidden size="1.1rem" />
          </Button>
          <span className="office-quiet">
            {t('calendar.closedCount', { count: closedCount(calendar, year) })}
          </span>
        </div>
        <div className="office-head-acts">
          <Button
            size="md"
            leftSection={<IconDoorOff aria-hidden size="1.3rem" stroke={1.7} />}
            variant={isClosing ? 'default' : 'filled'}
            aria-pressed={isClosing}
            disabled={!may('calendar')}
            data-testid="close-today"
            onClick={() => setClosing(!isClosing)}
          >
            {t('calendar.close.button')}
          </Button>
        </div>
      </div>
      <div className="calendar-body">
        <div className="calendar-year">
          {!tetTableCovers(year) && <p className="calendar-gap">{t('calendar.tableGap', { year })}</p>}
          <YearGrid
            months={yearDays(calendar, year)}
            today={today}
            chosen={chosen}
            changed={changed}
            onChoose={choose}
          />
        </div>
        <div className="calendar-side" tabIndex={0} role="region" aria-label={t('calendar.chosen')}>
          {isClosing ? (
            <CloseLibrary
              today={today}
              hasDraft={draft !== null}
              onDone={() => {
                setClosing(false);
                setWasClosed(true);
              }}
              onCancel={() => setClosing(false)}
            />
          ) : (
            <>
              {wasClosed && (
                <p className="calendar-done" role="status" data-testid="closing-done">
                  {t('calendar.close.done')}
                </p>
              )}
              <DayPanel calendar={calendar} date={chosen} onChange={change} />
              <CalendarRules calendar={calendar} year={year} faults={faults} onChange={change} />
            </>
          )}
        </div>
      </div>
      {!draft && saving.answer && (
        <div className="calendar-saved">
          <ActAnswerView answer={saving.answer} done={t('calendar.saved')} />
        </div>
      )}
      {draft && (
        <CalendarSave
          year={year}
          changed={changed.length}
          faults={faults}
          saving={saving}
          onSave={(note) => void save(note)}
          onDrop={() => setDraft(null)}
        />
      )}
    </>
  );
}
