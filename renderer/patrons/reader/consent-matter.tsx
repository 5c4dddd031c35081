import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import { ageOn } from '../../../domain/patrons/age.ts';
import type { ConsentPurpose } from '../../../domain/patrons/patron.ts';
import { consentPurposes, hasConsent } from '../../../domain/patrons/patron.ts';
import { formatDay, formatTimeShort } from '../../format/dates.ts';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import { Matter } from '../../forms/matter.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useMay } from '../../forms/use-may.ts';
import { namespaces } from '../../i18n/start.ts';
import { consentTextVersion, whoAgrees } from '../consent.ts';

interface ConsentMatterProps {
  readonly open: DeskPatron;
  readonly today: string;
}

/** The consent ledger: what stands for each purpose, and every line behind it. Nothing in it is ever changed. */
export function ConsentMatter({ open: { patron }, today }: ConsentMatterProps) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const { busy, answer, act } = useAct();
  const [asked, setAsked] = useState(false);
  const age = patron.birthDate === null || today === '' ? null : ageOn(patron.birthDate, today);
  const who = whoAgrees(age);
  const record = (purpose: ConsentPurpose, granted: boolean): void => {
    const consent = { purpose, granted, text: consentTextVersion, agreed: who };
    void act({ do: 'record-consent', patron: patron.id, consent });
  };
  const lines = patron.consents.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Matter title={t('consent.title')} testId="matter-consent">
      <p className="form-quiet">
        {t('consent.help')} {who === 'both' && t('register.consentsBoth')}
        {who === 'guardian' && t('register.consentsGuardian')}
      </p>
      <ul className="card-list">
        {consentPurposes.map((purpose) => {
          const granted = hasConsent(patron, purpose);
          const everAsked = patron.consents.some((line) => line.purpose === purpose);
          return (
            <li key={purpose} className="line" data-testid={`consent-line-${purpose}`} data-granted={granted}>
              <span className="line-words">{t(`consent.purpose.${purpose}`)}</span>
              <span className={granted ? 'state-tag state-tag-strong' : 'state-tag'}>
                {granted ? t('consent.granted') : everAsked ? t('consent.withdrawn') : t('consent.never')}
              </span>
              <Button
                size="xs"
                variant="subtle"
                disabled={busy || !may('register')}
                data-testid={`consent-change-${purpose}`}
                onClick={() => record(purpose, !granted)}
              >
                {granted ? t('consent.withdraw') : t('consent.grant')}
              </Button>
            </li>
          );
        })}
      </ul>
      {lines.length > 0 && (
        <div>
          <button type="button" className="link" aria-expanded={asked} onClick={() => setAsked(!asked)}>
            {t('consent.ledger')} ({lines.length})
          </button>
          {asked && (
            <ol className="ledger-lines" data-testid="consent-ledger">
              {lines.map((line) => (
                <li key={`${line.purpose}${line.at}`}>
                  {t(`consent.purpose.${line.purpose}`)}:{' '}
                  {t('consent.line', {
                    who: t(`consent.${line.agreed}`),
                    what: line.granted ? t('consent.granted') : t('consent.withdrawn'),
                    text: line.text,
                    at: `${formatTimeShort(line.at)} ${formatDay(line.at)}`,
                  })}
                </li>
              ))}
            </ol>
          )}
        </div>
      )}
      <ActAnswerView answer={answer} />
    </Matter>
  );
}
