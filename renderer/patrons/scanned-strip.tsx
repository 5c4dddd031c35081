import { Button } from '@mantine/core';
import { IconCreditCard, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../../contract/workstation/desk.ts';
import { wasDone } from '../forms/use-act.ts';
import { namespaces } from '../i18n/start.ts';
import type { RegistrationState } from './use-registration.ts';
import { useScanned } from './use-scanned.ts';

export interface ScannedState {
  /** The reader whose card or paper was scanned last while the form was open. */
  readonly opened: DeskRow['patron'];
  /** The unknown code that was taken for the new card's number. */
  readonly card: string | null;
  forget(): void;
}

interface Scanned {
  readonly onPaper: (row: string) => void;
  readonly onCard: (card: string) => void;
}

/**
 * What scans mean while the form is open: a paper fills it in; a code nobody knows is the label of the new card; a
 * reader's card is a reader who has one already, or the one who answers for a child.
 */
export function useScannedStrip({ onPaper, onCard }: Scanned): ScannedState {
  const [opened, setOpened] = useState<DeskRow['patron']>(null);
  const [card, setCard] = useState<string | null>(null);
  useScanned((row) => {
    if (row.act === 'unreadable' || (row.act === 'reader' && row.state === 'question')) onPaper(row.id);
    else if (row.act === 'patron' && wasDone(row)) setOpened(row.patron);
    else if (row.act === 'unknown' && row.state === 'question' && row.text !== '') {
      setCard(row.text);
      onCard(row.text);
    }
  });
  return {
    opened,
    card,
    forget: () => {
      setOpened(null);
      setCard(null);
    },
  };
}

interface ScannedStripProps {
  readonly strip: ScannedState;
  readonly freeCard: string;
  readonly registration: RegistrationState;
  readonly onClose: () => void;
}

/** Says what a scan meant, and what else it might have meant. */
export function ScannedStrip({ strip, freeCard, registration, onClose }: ScannedStripProps) {
  const { t } = useTranslation(namespaces);
  const { opened, card } = strip;
  return (
    <>
      {opened && (
        <div className="strip" role="status" data-testid="register-opened">
          <IconUserCheck aria-hidden size="1.3rem" stroke={1.7} />
          <p>{t('register.opened', { name: opened.name, card: opened.card })}</p>
          <div className="form-acts">
            <Button
              size="xs"
              variant="default"
              data-testid="register-use-guarantor"
              onClick={() => {
                registration.change({ guarantor: opened });
                strip.forget();
              }}
            >
              {t('register.useAsGuarantor')}
            </Button>
            <Button size="xs" variant="default" onClick={onClose}>
              {t('register.seeOpened')}
            </Button>
          </div>
        </div>
      )}
      {card !== null && registration.form.card === card && (
        <div className="strip" role="status" data-testid="register-card-scanned">
          <IconCreditCard aria-hidden size="1.3rem" stroke={1.7} />
          <p>
            {t('register.cardScanned')} <b>{card}</b>
          </p>
          <button
            type="button"
            className="link"
            onClick={() => {
              registration.change({ card: freeCard });
              strip.forget();
            }}
          >
            {t('register.cardBack', { card: freeCard })}
          </button>
        </div>
      )}
    </>
  );
}
