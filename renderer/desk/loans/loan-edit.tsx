import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatronLoan } from '../../../contract/workstation/desk.ts';
import { useToday } from '../../connection/queries.ts';
import { dayOfDue, formatDate, formatTimeShort, isMoment } from '../../format/dates.ts';
import { readDue } from '../../format/typed-dates.ts';
import { withStrokes } from '../../forms/date-text.ts';
import { namespaces } from '../../i18n/start.ts';
import { useFocusedFirst } from '../../ui/use-focused-first.ts';
import { useNow } from '../../ui/use-now.ts';
import { focusScanBox } from '../scan/focus-scan-box.ts';
import { useDeskCalls } from '../use-desk-calls.ts';

/** What of a loan is being changed in its own row. */
export type LoanEditing = 'due' | 'lost';

interface LoanEditProps {
  readonly entry: PatronLoan;
  readonly editing: LoanEditing;
  readonly onClose: () => void;
}

/** Takes the place of a loan's due date and buttons, in the same row and at the same height: nothing jumps. */
export function LoanEdit({ entry, editing, onClose }: LoanEditProps) {
  const cell = useFocusedFirst<HTMLTableCellElement>();
  const close = (): void => {
    focusScanBox(cell.current);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  return (
    <td
      colSpan={4}
      className="loan-edit"
      data-testid={`loan-edit-${editing}`}
      ref={cell}
      onKeyDown={onKeyDown}
    >
      {editing === 'due' ? (
        <DueEdit entry={entry} onClose={close} />
      ) : (
        <LostEdit entry={entry} onClose={close} />
      )}
    </td>
  );
}

type PartProps = Pick<LoanEditProps, 'entry' | 'onClose'>;

function DueEdit({ entry: { loan }, onClose }: PartProps) {
  const { t } = useTranslation(namespaces);
  const calls = useDeskCalls();
  const today = useToday();
  const now = useNow(30_000);
  const byHour = isMoment(loan.due);
  const [day, setDay] = useState(formatDate(dayOfDue(loan.due)));
  const [time, setTime] = useState(byHour ? formatTimeShort(loan.due) : '');
  const reading = readDue(day, time, today, now);
  const save = (): void => {
    if (!reading.ok) return;
    calls.act({ do: 'change-due', loan: loan.id, due: reading.due, note: '' });
    onClose();
  };
  return (
    <span className="loan-form">
      <label>
        <span>{t('loans.newDue')}</span>
        <input
          className="loan-input"
          inputMode="numeric"
          autoComplete="off"
          placeholder={t('forms.dayPlaceholder')}
          aria-invalid={!reading.ok}
          title={reading.ok ? undefined : t(`modes.fault.${reading.fault}`)}
          value={day}
          data-testid="loan-new-due"
          onChange={(event) => setDay(withStrokes(day, event.currentTarget.value))}
        />
      </label>
      {byHour && (
        <input
          className="loan-input loan-input-time"
          autoComplete="off"
          aria-label={t('modes.time')}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
      )}
      <button
        type="button"
        className="loan-renew loan-yes"
        disabled={!reading.ok || reading.due === loan.due}
        data-testid="loan-save-due"
        onClick={save}
      >
        {t('loans.save')}
      </button>
      <button type="button" className="loan-renew" onClick={onClose}>
        {t('loans.cancel')}
      </button>
      {!reading.ok && day.trim().length >= 8 && (
        <span className="loan-fault" role="alert">
          {t(`loans.fault.${reading.fault}`)}
        </span>
      )}
    </span>
  );
}

function LostEdit({ entry: { item }, onClose }: PartProps) {
  const { t } = useTranslation(namespaces);
  const calls = useDeskCalls();
  const lose = (): void => {
    calls.act({ do: 'mark-item', item: item.id, mark: 'lost', decision: '', note: '', charge: null });
    onClose();
  };
  return (
    <span className="loan-form">
      <span>{t('loans.lostAsk')}</span>
      {/* First, and so the one with the focus: pressing on by mistake changes nothing. */}
      <button type="button" className="loan-renew" data-testid="loan-lost-no" onClick={onClose}>
        {t('loans.cancel')}
      </button>
      <button type="button" className="loan-renew loan-yes" data-testid="loan-lost-yes" onClick={lose}>
        {t('loans.lost')}
      </button>
    </span>
  );
}
