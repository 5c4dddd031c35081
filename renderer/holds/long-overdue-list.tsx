import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LongOverdue } from '../../contract/workstation/admin.ts';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { useLongOverdue } from '../connection/queries.ts';
import { formatDue } from '../format/dates.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { MatterForm } from '../forms/matter.tsx';
import type { FormAct } from '../forms/use-act.ts';
import { useAct } from '../forms/use-act.ts';
import { useMay } from '../forms/use-may.ts';
import { namespaces } from '../i18n/start.ts';

/** Loans their policy counts as lost by now. Nothing is charged by a clock: a person marks each, and sees what it costs. */
export function LongOverdueList() {
  const { t } = useTranslation(namespaces);
  const { data, isPending } = useLongOverdue();
  const doing = useAct();
  return (
    <>
      <p className="form-quiet">{t('longOverdue.help')}</p>
      {isPending && <p className="form-quiet">{t('app.loading')}</p>}
      <ActAnswerView answer={doing.answer} done={t('longOverdue.marked')} />
      {data?.length === 0 && <p>{t('longOverdue.none')}</p>}
      {data && data.length > 0 && (
        <ul className="card-list">
          {data.map((one) => (
            <Line key={one.loan.id} overdue={one} doing={doing} />
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ overdue, doing }: { readonly overdue: LongOverdue; readonly doing: FormAct }) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const { loan, item, patron, days, compensation } = overdue;
  const mark = (): void =>
    void doing.act({ do: 'mark-item', item: item.id, mark: 'lost', decision: '', note: '', charge: null });
  return (
    <li className="shelved" data-testid="long-overdue" data-loan={loan.id}>
      <div className="line">
        <span className="line-words">
          <b>{item.title || item.barcode}</b> <span className="form-quiet">{item.barcode}</span>
          <span className="shelved-reader">
            {patron.name} <span className="form-quiet">{patron.card}</span>
          </span>
          <span className="form-quiet payment-aside">
            {t('longOverdue.line', { due: formatDue(loan.due), count: days })}
          </span>
        </span>
        {!asking && (
          <Button
            size="xs"
            variant="subtle"
            disabled={doing.busy || !may('mark-item')}
            data-testid="long-overdue-lost"
            onClick={() => {
              doing.forget();
              setAsking(true);
            }}
          >
            {t('longOverdue.lost')}
          </Button>
        )}
      </div>
      {asking && (
        <MatterForm
          confirm={t('longOverdue.lost')}
          testId="long-overdue-confirm"
          busy={doing.busy}
          onConfirm={mark}
          onCancel={() => setAsking(false)}
        >
          <p>
            {compensation > 0
              ? t('longOverdue.costs', { amount: formatAmount(compensation) })
              : t('longOverdue.costsNothing')}
          </p>
        </MatterForm>
      )}
    </li>
  );
}
