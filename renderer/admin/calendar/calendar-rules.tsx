import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { addDays } from '../../../domain/calendar/calendar.ts';
import { lunarYears, tetTableCovers } from '../../../domain/calendar/tet.ts';
import { formatDate } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';
import { NumberEdit } from '../policy/fields/edits.tsx';
import type { CalendarFaults } from './calendar-faults.ts';
import { faultAt } from './calendar-faults.ts';
import { ClosureList, OpeningList, YearlyList } from './day-lists.tsx';
import { HoursList } from './hours-list.tsx';
import { Problem } from './problem.tsx';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

interface CalendarRulesProps {
  readonly calendar: Calendar;
  readonly year: number;
  readonly faults: CalendarFaults;
  readonly onChange: (calendar: Calendar) => void;
}

/** What makes a day closed, from the rule that holds every week to the one that holds once. */
export function CalendarRules(props: CalendarRulesProps) {
  const { t } = useTranslation(namespaces);
  const { calendar, year, faults, onChange } = props;
  const { weeklyClosed, hungKings } = calendar;
  return (
    <>
      <section className="calendar-part" aria-labelledby="rule-weekly">
        <h2 id="rule-weekly">{t('calendar.ruleWeekly')}</h2>
        <p className="form-quiet">{t('calendar.ruleWeeklyHelp')}</p>
        <div className="weekdays">
          {weekdays.map((weekday) => (
            <Checkbox
              key={weekday}
              label={t(`calendar.weekday.d${weekday}`)}
              checked={weeklyClosed.includes(weekday)}
              onChange={(event) =>
                onChange({
                  ...calendar,
                  weeklyClosed: event.currentTarget.checked
                    ? [...weeklyClosed, weekday].toSorted((a, b) => a - b)
                    : weeklyClosed.filter((other) => other !== weekday),
                })
              }
              data-testid={`weekly-${weekday}`}
            />
          ))}
        </div>
        <Problem text={faultAt(t, faults, 'weeklyClosed')} />
      </section>
      <Tet {...props} />
      <section className="calendar-part">
        <Checkbox
          label={t('calendar.hungKings')}
          checked={hungKings === 'closed'}
          onChange={(event) =>
            onChange({ ...calendar, hungKings: event.currentTarget.checked ? 'closed' : 'open' })
          }
          data-testid="hung-kings"
        />
      </section>
      <ClosureList calendar={calendar} year={year} faults={faults} onChange={onChange} />
      <OpeningList calendar={calendar} year={year} faults={faults} onChange={onChange} />
      <YearlyList calendar={calendar} year={year} faults={faults} onChange={onChange} />
      <HoursList calendar={calendar} faults={faults} onChange={onChange} />
    </>
  );
}

function Tet({ calendar, year, faults, onChange }: CalendarRulesProps) {
  const { t } = useTranslation(namespaces);
  const { tet } = calendar;
  const first = lunarYears.find((lunar) => lunar.tet.startsWith(String(year)))?.tet;
  const isSane = tet !== 'none' && Number.isInteger(tet.before) && Number.isInteger(tet.after);
  return (
    <section className="calendar-part" aria-labelledby="rule-tet">
      <h2 id="rule-tet">{t('calendar.tet')}</h2>
      <p className="form-quiet">{t('calendar.tetHelp')}</p>
      <Checkbox
        label={t('calendar.tetClosed')}
        checked={tet !== 'none'}
        onChange={(event) =>
          onChange({ ...calendar, tet: event.currentTarget.checked ? { before: 2, after: 4 } : 'none' })
        }
        data-testid="tet-closed"
      />
      {tet !== 'none' && (
        <div className="field-pair">
          <NumberEdit
            label={t('calendar.tetBefore')}
            value={tet.before}
            unit={(count) => t('terms.unit.days', { count })}
            problem={faultAt(t, faults, 'tet.before')}
            onChange={(before) => onChange({ ...calendar, tet: { ...tet, before } })}
          />
          <NumberEdit
            label={t('calendar.tetAfter')}
            value={tet.after}
            unit={(count) => t('terms.unit.days', { count })}
            problem={faultAt(t, faults, 'tet.after')}
            onChange={(after) => onChange({ ...calendar, tet: { ...tet, after } })}
          />
        </div>
      )}
      {isSane && first !== undefined && tetTableCovers(year) && (
        <p data-testid="tet-span">
          {t('calendar.tetSpan', {
            year,
            from: formatDate(addDays(first, -tet.before)),
            to: formatDate(addDays(first, tet.after)),
          })}
        </p>
      )}
    </section>
  );
}
