import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TitleDetail } from '../../contract/workstation/desk.ts';
import { usePolicy } from '../connection/queries.ts';
import { holdState, holdTerms } from '../desk/tabs/hold-words.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { useAct } from '../forms/use-act.ts';
import { useMay } from '../forms/use-may.ts';
import { namespaces } from '../i18n/start.ts';
import { rankAt } from './queue-rank.ts';

interface HoldQueueProps {
  readonly holds: TitleDetail['holds'];
  readonly onReader: (card: string) => void;
}

/** Who waits for a title, in order: what is on the shelf or on its way first, then the queue, which can be moved. */
export function HoldQueue({ holds, onReader }: HoldQueueProps) {
  const { t } = useTranslation(namespaces);
  const { busy, answer, act } = useAct();
  const may = useMay()('holds');
  const libraries = usePolicy().data?.libraries ?? [];
  const [cancelling, setCancelling] = useState<string | null>(null);
  if (holds.length === 0) return <p className="form-quiet">{t('title.queueNone')}</p>;
  const queue = holds.filter(({ hold }) => hold.state.status === 'pending').map(({ hold }) => hold);
  const inOrder = holds.toSorted((a, b) => a.position - b.position);
  const nameOf = (library: string): string => libraries.find(({ id }) => id === library)?.name ?? library;
  const move = (id: string, by: 1 | -1): void => {
    const from = queue.findIndex((hold) => hold.id === id);
    const rank = rankAt(queue, from, from + by);
    if (rank !== null) void act({ do: 'amend-hold', hold: id, changes: { rank } });
  };
  const cancel = (id: string): void => {
    setCancelling(null);
    void act({ do: 'end-hold', hold: id, why: 'cancelled-by-staff', note: '' });
  };
  return (
    <>
      <ol className="card-list">
        {inOrder.map(({ hold, patron, position }) => {
          const place = queue.findIndex(({ id }) => id === hold.id);
          const above = inOrder.find((other) => other.position === position - 1)?.patron.name ?? '';
          const below = inOrder.find((other) => other.position === position + 1)?.patron.name ?? '';
          return (
            <li key={hold.id} className="queued" data-testid="queue-row" data-hold-id={hold.id}>
              <span className="queued-words">
                <button
                  type="button"
                  className="row-open"
                  title={t('title.openReader', { name: patron.name })}
                  onClick={() => onReader(patron.card)}
                >
                  <b>{patron.name}</b>
                </button>{' '}
                <span className="form-quiet">{patron.card}</span>
                <span className="queued-line">
                  {[
                    holdState(t, { hold, position, queue: queue.length }),
                    ...holdTerms(t, hold, nameOf(hold.pickup)),
                  ].join(' · ')}
                </span>
              </span>
              {cancelling === hold.id ? (
                <span className="queued-acts">
                  <span>{t('title.cancelSure')}</span>
                  <button type="button" className="loan-renew" autoFocus onClick={() => setCancelling(null)}>
                    {t('title.no')}
                  </button>
                  <button
                    type="button"
                    className="loan-renew loan-yes"
                    data-testid="queue-cancel-yes"
                    onClick={() => cancel(hold.id)}
                  >
                    {t('title.yes')}
                  </button>
                </span>
              ) : (
                <span className="queued-acts">
                  {may && place > 0 && (
                    <button
                      type="button"
                      className="row-tool"
                      disabled={busy}
                      aria-label={t('title.up', { name: above })}
                      title={t('title.up', { name: above })}
                      data-testid="queue-up"
                      onClick={() => move(hold.id, -1)}
                    >
                      <IconChevronUp aria-hidden size="1.15rem" />
                    </button>
                  )}
                  {may && place >= 0 && place < queue.length - 1 && (
                    <button
                      type="button"
                      className="row-tool"
                      disabled={busy}
                      aria-label={t('title.down', { name: below })}
                      title={t('title.down', { name: below })}
                      data-testid="queue-down"
                      onClick={() => move(hold.id, 1)}
                    >
                      <IconChevronDown aria-hidden size="1.15rem" />
                    </button>
                  )}
                  <button
                    type="button"
                    className="loan-renew"
                    disabled={busy}
                    aria-label={t('title.cancel', { name: patron.name })}
                    data-testid="queue-cancel"
                    onClick={() => setCancelling(hold.id)}
                  >
                    {t('title.cancelShort')}
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <ActAnswerView answer={answer} />
    </>
  );
}
