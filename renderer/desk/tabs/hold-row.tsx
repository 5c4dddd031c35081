import { IconArchive, IconClockPause, IconHourglass, IconTruckDelivery } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatronHold } from '../../../contract/workstation/desk.ts';
import { DateField } from '../../forms/date-field.tsx';
import { dayOf } from '../../forms/date-text.ts';
import { useMay } from '../../forms/use-may.ts';
import { namespaces } from '../../i18n/start.ts';
import { useDeskDrawers } from '../drawers/desk-drawer.ts';
import { focusScanBox } from '../scan/focus-scan-box.ts';
import { useDeskCalls } from '../use-desk-calls.ts';
import { holdState, holdTerms } from './hold-words.ts';

/** One hold of the reader at the desk, with what can be done about it in its own row. */
export function HoldRow({ entry }: { readonly entry: PatronHold }) {
  const { t } = useTranslation(namespaces);
  const drawers = useDeskDrawers();
  const calls = useDeskCalls();
  const may = useMay();
  const [asking, setAsking] = useState<'cancel' | 'suspend' | null>(null);
  const [until, setUntil] = useState('');
  const entryRow = useRef<HTMLLIElement>(null);
  const { hold, title, author, pickupName } = entry;
  const pending = hold.state.status === 'pending';
  const suspended = hold.suspendedUntil !== null;
  const ready = hold.state.status === 'waiting';
  const Icon = ready
    ? IconArchive
    : hold.state.status === 'in-transit'
      ? IconTruckDelivery
      : suspended
        ? IconClockPause
        : IconHourglass;
  const suspendUntil = (day: string | null): void => {
    focusScanBox(entryRow.current);
    calls.act({ do: 'amend-hold', hold: hold.id, changes: { suspendedUntil: day } });
    setAsking(null);
  };
  return (
    <li
      className="entry"
      data-testid="hold-row"
      data-status={hold.state.status}
      data-hold-id={hold.id}
      ref={entryRow}
    >
      <Icon aria-hidden size="1.3rem" stroke={1.7} className="entry-icon" />
      <p className="entry-words">
        <button
          type="button"
          className="row-open"
          onClick={() => drawers.open({ kind: 'title', biblio: hold.biblio })}
        >
          <b>{title}</b>
        </button>{' '}
        <span className="entry-quiet">{author}</span>
        <span className="entry-line">
          <span className={ready ? 'entry-strong' : undefined}>{holdState(t, entry)}</span>
          {holdTerms(t, hold, pickupName).map((term) => (
            <span key={term} className="entry-quiet">
              {term}
            </span>
          ))}
        </span>
      </p>
      {asking === null && (
        <span className="entry-acts">
          {pending && may('holds') && (
            <button
              type="button"
              className="loan-renew"
              data-testid={suspended ? 'hold-resume' : 'hold-suspend'}
              onClick={() => (suspended ? suspendUntil(null) : setAsking('suspend'))}
            >
              {suspended ? t('patronHolds.resume') : t('patronHolds.suspend')}
            </button>
          )}
          <button
            type="button"
            className="loan-renew"
            data-testid="hold-cancel"
            onClick={() => setAsking('cancel')}
          >
            {t('patronHolds.cancel')}
          </button>
        </span>
      )}
      {asking === 'cancel' && (
        <span className="entry-acts">
          <span>{t('patronHolds.cancelAsk')}</span>
          <button type="button" className="loan-renew" autoFocus onClick={() => setAsking(null)}>
            {t('patronHolds.keep')}
          </button>
          <button
            type="button"
            className="loan-renew loan-yes"
            data-testid="hold-cancel-yes"
            onClick={() => {
              focusScanBox(entryRow.current);
              calls.act({ do: 'end-hold', hold: hold.id, why: 'cancelled-by-patron', note: '' });
              setAsking(null);
            }}
          >
            {t('patronHolds.cancelYes')}
          </button>
        </span>
      )}
      {asking === 'suspend' && (
        <span className="entry-acts entry-form">
          <DateField
            label={t('patronHolds.suspendUntil')}
            value={until}
            onChange={setUntil}
            size="xs"
            testId="hold-suspend-until"
          />
          <button type="button" className="loan-renew" onClick={() => setAsking(null)}>
            {t('patronHolds.keep')}
          </button>
          <button
            type="button"
            className="loan-renew loan-yes"
            disabled={until.trim() !== '' && dayOf(until) === null}
            data-testid="hold-suspend-yes"
            onClick={() => suspendUntil(until.trim() === '' ? 'indefinite' : dayOf(until))}
          >
            {t('patronHolds.suspend')}
          </button>
        </span>
      )}
    </li>
  );
}
