import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosingPreview } from '../../../contract/workstation/admin.ts';
import { formatAmount } from '../../../domain/money/amount-text.ts';
import { keys } from '../../connection/keys.ts';
import { useApi } from '../../connection/queries.ts';
import { ActAnswerView, ReasonsView } from '../../forms/act-answer-view.tsx';
import { DateField } from '../../forms/date-field.tsx';
import { dayOf, dayText } from '../../forms/date-text.ts';
import { useAct } from '../../forms/use-act.ts';
import { formatDue } from '../../format/dates.ts';
import { reasonSentence, splitSentence } from '../../format/reasons.ts';
import { namespaces } from '../../i18n/start.ts';
import { useSettled } from '../../ui/use-settled.ts';

/** More lines than this nobody reads before closing the door. */
const shownMost = 200;

interface CloseLibraryProps {
  readonly today: string;
  /** Unsaved changes would be lost under the calendar that the closing saves. */
  readonly hasDraft: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Closes the library from today on: first the list of what moves, then the button. What is shown is what is done. */
export function CloseLibrary({ today, hasDraft, onDone, onCancel }: CloseLibraryProps) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const { busy, answer, act } = useAct();
  const [fromText, setFrom] = useState(dayText(today));
  const [toText, setTo] = useState(dayText(today));
  const [name, setName] = useState(t('calendar.close.nameDefault'));
  const asked = useSettled(`${dayOf(fromText) ?? ''}|${dayOf(toText) ?? ''}|${name.trim()}`, 300);
  const [from = '', to = '', reasonText = ''] = asked.split('|');
  const isWhole = from !== '' && to !== '' && reasonText !== '';
  const current = asked === `${dayOf(fromText) ?? ''}|${dayOf(toText) ?? ''}|${name.trim()}`;
  const { data, isFetching } = useQuery({
    queryKey: keys.closing(from, to, reasonText),
    queryFn: () => api.calendar.closing({ from, to, name: reasonText }),
    enabled: isWhole,
    placeholderData: keepPreviousData,
    // Every loan changes it.
    staleTime: 0,
    gcTime: 0,
  });
  const problems = (data?.findings ?? []).filter(({ passed }) => !passed).map(({ reason }) => reason);
  const isReady = isWhole && current && data !== undefined && !isFetching && problems.length === 0;
  const close = async (): Promise<void> => {
    const row = await act({ do: 'close-days', from, to, name: reasonText });
    if (row) onDone();
  };
  return (
    <section className="calendar-part closing" aria-labelledby="closing-title" data-testid="closing">
      <h2 id="closing-title">{t('calendar.close.title')}</h2>
      <p className="form-quiet">{t('calendar.close.help')}</p>
      <div className="closing-days">
        <DateField label={t('calendar.from')} value={fromText} onChange={setFrom} testId="closing-from" />
        <DateField label={t('calendar.to')} value={toText} onChange={setTo} testId="closing-to" />
      </div>
      <TextInput
        label={t('calendar.close.name')}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
        data-testid="closing-name"
      />
      {hasDraft && <p className="field-problem">{t('calendar.close.unsaved')}</p>}
      {problems.length > 0 && <ReasonsView state="refused" reasons={problems} />}
      {isWhole && data && problems.length === 0 && <Moved preview={data} isOld={!isReady} />}
      {isWhole && !data && <p className="form-quiet">{t('calendar.close.counting')}</p>}
      <ActAnswerView answer={answer} />
      <div className="form-acts form-acts-end">
        <Button variant="subtle" onClick={onCancel}>
          {t('forms.cancel')}
        </Button>
        <Button
          disabled={!isReady || hasDraft}
          loading={busy}
          data-testid="closing-confirm"
          onClick={() => void close()}
        >
          {t('calendar.close.confirm')}
        </Button>
      </div>
    </section>
  );
}

function Moved({ preview, isOld }: { readonly preview: ClosingPreview; readonly isOld: boolean }) {
  const { t } = useTranslation(namespaces);
  const { moved, recharged, findings } = preview;
  return (
    <div
      className={isOld ? 'moved moved-old' : 'moved'}
      data-testid="closing-preview"
      data-count={moved.length}
    >
      <p>
        <b>
          {moved.length === 0
            ? t('calendar.close.movedNone')
            : t('calendar.close.moved', { count: moved.length })}
        </b>
      </p>
      {/* Long lists scroll: by keyboard too. */}
      {moved.length > 0 && (
        <ul
          className="moved-list"
          tabIndex={0}
          aria-label={t('calendar.close.moved', { count: moved.length })}
        >
          {moved.slice(0, shownMost).map(({ loan, item, patron, before, after }) => (
            <li key={loan} data-testid="closing-moved">
              <span className="moved-title">{item.title || item.barcode}</span>
              <span className="form-quiet">
                {patron.name} · {patron.card}
              </span>
              <span className="moved-dates">
                <del>{formatDue(before)}</del> <span aria-hidden>→</span> <ins>{formatDue(after)}</ins>
              </span>
            </li>
          ))}
        </ul>
      )}
      {recharged.length > 0 && (
        <>
          <p>
            <b>{t('calendar.close.recharged', { count: recharged.length })}</b>
          </p>
          <ul
            className="moved-list"
            tabIndex={0}
            aria-label={t('calendar.close.recharged', { count: recharged.length })}
          >
            {recharged.slice(0, shownMost).map(({ charge, title, patron, before, after }) => (
              <li key={charge} data-testid="closing-recharged">
                <span className="moved-title">{title}</span>
                <span className="form-quiet">
                  {patron.name} · {patron.card}
                </span>
                <span className="moved-dates">
                  <del>{formatAmount(before)}</del> <span aria-hidden>→</span>{' '}
                  <ins>{formatAmount(after)}</ins>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {/* The heads of the lists say the rest already. */}
      {findings
        .filter(({ reason }) => reason.code !== 'LT-1908' && reason.code !== 'LT-1910')
        .map(({ reason }) => (
          <p key={reason.code} data-testid="closing-also" data-code={reason.code}>
            {splitSentence(reasonSentence(t, reason)).head}
          </p>
        ))}
      {moved.length > shownMost && (
        <p className="form-quiet">{t('calendar.close.shown', { shown: shownMost })}</p>
      )}
    </div>
  );
}
