import { useTranslation } from 'react-i18next';
import type { PatronHit } from '../../contract/workstation/contract.ts';
import { initials } from '../format/names.ts';
import { namespaces } from '../i18n/start.ts';

interface ReaderHitsProps {
  readonly hits: readonly PatronHit[];
  readonly onOpen: (card: string) => void;
}

/** Readers found; each is a button that opens the reader at the desk. */
export function ReaderHits({ hits, onOpen }: ReaderHitsProps) {
  const { t } = useTranslation(namespaces);
  return (
    <div role="group" aria-labelledby="hits-readers">
      <h3 id="hits-readers" className="heading">
        {t('search.readers')}
      </h3>
      {hits.length === 0 ? (
        <p className="hits-none">{t('search.noReaders')}</p>
      ) : (
        <ul>
          {hits.map(({ id, card, name }) => (
            <li key={id}>
              <button
                type="button"
                className="hit hit-button hit-reader"
                data-testid="reader-hit"
                data-card={card}
                onClick={() => onOpen(card)}
              >
                <span className="hit-avatar" aria-hidden>
                  {initials(name)}
                </span>
                <span className="unseen">{t('search.openReader')}</span>
                <b>{name}</b>
                <span className="hit-quiet">{card}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
