import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { namespaces } from '../../i18n/start.ts';
import { DayEdit } from '../policy/fields/day-edit.tsx';
import { NumberEdit } from '../policy/fields/edits.tsx';
import type { CalendarFaults } from './calendar-faults.ts';
import { faultAt } from './calendar-faults.ts';

interface DayListProps {
  readonly calendar: Calendar;
  /** The year that is looked at: of what belongs to one year, only that year is shown. */
  readonly year: number;
  readonly faults: CalendarFaults;
  readonly onChange: (calendar: Calendar) => void;
}

/** Closures of the year: a day or several in a row. */
export function ClosureList({ calendar, year, faults, onChange }: DayListProps) {
  const { t } = useTranslation(namespaces);
  const { closures } = calendar;
  const lines = useLineIds(closures.length);
  const put = (next: Calendar['closures']): void => onChange({ ...calendar, closures: next });
  return (
    <DayList
      id="closures"
      title={t('calendar.closures')}
      help={t('calendar.closuresHelp')}
      add={t('calendar.addClosure')}
      onAdd={() => {
        lines.add();
        put([...closures, { from: `${year}-01-01`, to: `${year}-01-01`, name: t('calendar.newClosure') }]);
      }}
    >
      {closures.map((closure, index) => {
        if (!touches(closure.from, closure.to, year)) return null;
        return (
          <Line
            key={lines.ids[index]}
            name={closure.name}
            nameProblem={faultAt(t, faults, `closures.${index}.name`)}
            onName={(name) => put(closures.with(index, { ...closure, name }))}
            onRemove={() => {
              lines.remove(index);
              put(closures.toSpliced(index, 1));
            }}
          >
            <DayEdit
              label={t('calendar.from')}
              value={closure.from}
              problem={faultAt(t, faults, `closures.${index}.from`)}
              onChange={(from) => put(closures.with(index, { ...closure, from }))}
            />
            <DayEdit
              label={t('calendar.to')}
              value={closure.to}
              problem={faultAt(t, faults, `closures.${index}.to`)}
              onChange={(to) => put(closures.with(index, { ...closure, to }))}
            />
          </Line>
        );
      })}
    </DayList>
  );
}

/** Days of the year that are open whatever else the calendar says. */
export function OpeningList({ calendar, year, faults, onChange }: DayListProps) {
  const { t } = useTranslation(namespaces);
  const { openings } = calendar;
  const lines = useLineIds(openings.length);
  const put = (next: Calendar['openings']): void => onChange({ ...calendar, openings: next });
  return (
    <DayList
      id="openings"
      title={t('calendar.openings')}
      help={t('calendar.openingsHelp')}
      add={t('calendar.addOpening')}
      onAdd={() => {
        lines.add();
        put([...openings, { date: `${year}-01-01`, name: t('calendar.newOpening'), hours: [] }]);
      }}
    >
      {openings.map((opening, index) => {
        if (!touches(opening.date, opening.date, year)) return null;
        return (
          <Line
            key={lines.ids[index]}
            name={opening.name}
            nameProblem={faultAt(t, faults, `openings.${index}.name`)}
            onName={(name) => put(openings.with(index, { ...opening, name }))}
            onRemove={() => {
              lines.remove(index);
              put(openings.toSpliced(index, 1));
            }}
          >
            <DayEdit
              label={t('calendar.date')}
              value={opening.date}
              problem={
                faultAt(t, faults, `openings.${index}.date`) ??
                faultAt(
                  t,
                  faults.filter(({ path }) => path === `openings.${index}`),
                  `openings.${index}`,
                )
              }
              onChange={(date) => put(openings.with(index, { ...opening, date }))}
            />
          </Line>
        );
      })}
    </DayList>
  );
}

/** Days closed every year, by the solar calendar. */
export function YearlyList({ calendar, faults, onChange }: DayListProps) {
  const { t } = useTranslation(namespaces);
  const { yearly } = calendar;
  const lines = useLineIds(yearly.length);
  const put = (next: Calendar['yearly']): void => onChange({ ...calendar, yearly: next });
  return (
    <DayList
      id="yearly"
      title={t('calendar.yearly')}
      help={t('calendar.yearlyHelp')}
      add={t('calendar.addYearly')}
      onAdd={() => {
        lines.add();
        put([...yearly, { month: 1, day: 1, name: t('calendar.newClosure') }]);
      }}
    >
      {yearly.map((closed, index) => (
        <Line
          key={lines.ids[index]}
          name={closed.name}
          nameProblem={faultAt(t, faults, `yearly.${index}.name`)}
          onName={(name) => put(yearly.with(index, { ...closed, name }))}
          onRemove={() => {
            lines.remove(index);
            put(yearly.toSpliced(index, 1));
          }}
        >
          <NumberEdit
            label={t('calendar.yearlyDay')}
            value={closed.day}
            unit={() => ''}
            problem={faultAt(
              t,
              faults.filter(({ path }) => path === `yearly.${index}`),
              `yearly.${index}`,
            )}
            onChange={(day) => put(yearly.with(index, { ...closed, day }))}
          />
          <NumberEdit
            label={t('calendar.yearlyMonth')}
            value={closed.month}
            unit={() => ''}
            onChange={(month) => put(yearly.with(index, { ...closed, month }))}
          />
        </Line>
      ))}
    </DayList>
  );
}

/** Whether a span has a day of the year in it; what cannot be read yet is shown, or it could not be put right. */
function touches(from: string, to: string, year: number): boolean {
  if (from === '' || to === '') return true;
  return from <= `${year}-12-31` && `${year}-01-01` <= to;
}

/** Lines have no identity of their own, and one that goes must not leave its text to its neighbour. */
function useLineIds(count: number) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const known =
    ids.length >= count
      ? ids
      : [...ids, ...Array.from({ length: count - ids.length }, () => crypto.randomUUID())];
  if (known !== ids) setIds(known);
  return {
    ids: known,
    add: () => setIds([...known.slice(0, count), crypto.randomUUID()]),
    remove: (index: number) => setIds(known.slice(0, count).toSpliced(index, 1)),
  };
}

interface DayListFrameProps {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly add: string;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

function DayList({ id, title, help, add, onAdd, children }: DayListFrameProps) {
  return (
    <section className="calendar-part" aria-labelledby={`list-${id}`} data-testid={`calendar-${id}`}>
      <h2 id={`list-${id}`}>{title}</h2>
      <p className="form-quiet">{help}</p>
      <ul className="day-list">{children}</ul>
      <Button
        size="xs"
        variant="default"
        className="start"
        leftSection={<IconPlus aria-hidden size="1rem" />}
        data-testid={`calendar-${id}-add`}
        onClick={onAdd}
      >
        {add}
      </Button>
    </section>
  );
}

interface LineProps {
  readonly name: string;
  readonly nameProblem: string | null;
  readonly onName: (name: string) => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function Line({ name, nameProblem, onName, onRemove, children }: LineProps) {
  const { t } = useTranslation(namespaces);
  return (
    <li className="day-line">
      <TextInput
        className="day-line-name"
        label={t('calendar.name')}
        value={name}
        error={nameProblem}
        maxLength={200}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      {children}
      <ActionIcon
        variant="subtle"
        aria-label={`${t('forms.remove')} ${name}`}
        title={`${t('forms.remove')} ${name}`}
        onClick={onRemove}
      >
        <IconTrash aria-hidden size="1.05rem" stroke={1.7} />
      </ActionIcon>
    </li>
  );
}
