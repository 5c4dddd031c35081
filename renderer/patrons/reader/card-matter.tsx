import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import { useApi } from '../../connection/queries.ts';
import { formatDate } from '../../format/dates.ts';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import { Matter, MatterForm } from '../../forms/matter.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useMay } from '../../forms/use-may.ts';
import { namespaces } from '../../i18n/start.ts';
import { cardTerms } from '../card-terms.ts';
import { CardTermsView } from '../card-terms-view.tsx';
import { useScanned } from '../use-scanned.ts';

interface CardMatterProps {
  readonly open: DeskPatron;
  readonly set: PolicySet | null;
  readonly today: string;
}

type Doing = 'renew' | 'replace' | 'lost' | 'found';
const doneWords = {
  renew: 'reader.card.renewed',
  replace: 'reader.card.replaced',
  lost: 'reader.card.reportedLost',
  found: 'reader.card.reportedFound',
} as const;

/** The card: its term, another number, and whether it is lost. What each would cost is said before it is done. */
export function CardMatter({ open: { patron }, set, today }: CardMatterProps) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const api = useApi();
  const { busy, answer, act, forget } = useAct();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [lately, setLately] = useState<Doing>('renew');
  const [card, setCard] = useState('');
  const [note, setNote] = useState('');
  const renewed = set && today !== '' ? cardTerms(set, 'card', patron, today) : null;
  const replaced = set && today !== '' ? cardTerms(set, 'card-replacement', patron, today) : null;
  // The label of the new card may simply be scanned.
  useScanned((row) => {
    if (doing === 'replace' && row.act === 'unknown' && row.text !== '') setCard(row.text);
  });
  const begin = (what: Doing): void => {
    forget();
    setNote('');
    setDoing(what);
    if (what === 'replace') void api.patrons.freeCard().then(setCard, () => setCard(''));
  };
  const perform = async (): Promise<void> => {
    if (!doing) return;
    const feeCharge = crypto.randomUUID();
    const row = await act(
      doing === 'renew'
        ? { do: 'renew-card', patron: patron.id, feeCharge }
        : doing === 'replace'
          ? { do: 'replace-card', patron: patron.id, card: card.trim(), feeCharge }
          : { do: 'set-card-lost', patron: patron.id, lost: doing === 'lost', note: note.trim() },
    );
    setLately(doing);
    if (row) setDoing(null);
  };
  const expired = patron.expires < today;
  const button = (what: Doing, label: string) => (
    <Button
      key={what}
      size="xs"
      variant="default"
      disabled={(what === 'renew' || what === 'replace') && !may('register')}
      aria-expanded={doing === what}
      data-testid={`card-${what}`}
      onClick={() => begin(what)}
    >
      {label}
    </Button>
  );
  return (
    <Matter
      title={t('reader.card.title')}
      testId="matter-card"
      acts={
        doing === null && (
          <>
            {button('renew', t('reader.card.renew'))}
            {button('replace', t('reader.card.replace'))}
            {patron.cardLost
              ? button('found', t('reader.card.found'))
              : button('lost', t('reader.card.reportLost'))}
          </>
        )
      }
    >
      <p data-testid="card-state">
        <b>{t('reader.card.number', { card: patron.card })}</b>{' '}
        {expired
          ? t('reader.card.expired', { date: formatDate(patron.expires) })
          : t('reader.card.validUntil', { date: formatDate(patron.expires) })}
        {patron.cardLost && (
          <>
            {' · '}
            <b>{t('reader.card.lost')}</b>
          </>
        )}
      </p>
      {doing === 'renew' && (
        <MatterForm
          confirm={
            renewed
              ? t('reader.card.renewConfirm', { date: formatDate(renewed.expires) })
              : t('reader.card.renew')
          }
          testId="card-renew-confirm"
          busy={busy}
          onConfirm={() => void perform()}
          onCancel={() => setDoing(null)}
        >
          {renewed && <CardTermsView terms={renewed} />}
        </MatterForm>
      )}
      {doing === 'replace' && (
        <MatterForm
          confirm={t('reader.card.replace')}
          testId="card-replace-confirm"
          busy={busy}
          disabled={card.trim() === ''}
          onConfirm={() => void perform()}
          onCancel={() => setDoing(null)}
        >
          <TextInput
            label={t('reader.card.replaceNumber')}
            description={t('reader.card.replaceHelp', { card: patron.card })}
            value={card}
            maxLength={64}
            autoComplete="off"
            onChange={(event) => setCard(event.currentTarget.value)}
            data-testid="card-replace-number"
          />
          {replaced && <CardTermsView terms={replaced} />}
        </MatterForm>
      )}
      {(doing === 'lost' || doing === 'found') && (
        <MatterForm
          confirm={doing === 'lost' ? t('reader.card.reportLost') : t('reader.card.found')}
          testId={`card-${doing}-confirm`}
          busy={busy}
          onConfirm={() => void perform()}
          onCancel={() => setDoing(null)}
        >
          {doing === 'lost' && <p>{t('reader.card.lostHelp')}</p>}
          <TextInput
            label={t('forms.note')}
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-testid="card-note"
          />
        </MatterForm>
      )}
      <ActAnswerView answer={answer} done={t(doneWords[lately])} />
    </Matter>
  );
}
