import { useTranslation } from 'react-i18next';
import type { CatalogueHit } from '../../contract/workstation/contract.ts';
import type { Translate } from '../i18n/start.ts';
import { namespaces } from '../i18n/start.ts';

interface TitleHitsProps {
  readonly hits: readonly CatalogueHit[];
  readonly onOpen: (biblio: string) => void;
}

/** Titles found, with what is on the shelf; each is a button that opens the title. */
export function TitleHits({ hits, onOpen }: TitleHitsProps) {
  const { t } = useTranslation(namespaces);
  return (
    <div role="group" aria-labelledby="hits-titles">
      <h3 id="hits-titles" className="heading">
        {t('search.titles')}
      </h3>
      {hits.length === 0 ? (
        <p className="hits-none">{t('search.noTitles')}</p>
      ) : (
        <ul>
          {hits.map((hit) => (
            <li key={hit.id}>
              <button
                type="button"
                className="hit hit-button"
                data-testid="title-hit"
                data-biblio={hit.id}
                onClick={() => onOpen(hit.id)}
              >
                <span className="unseen">{t('search.openTitle')}</span>
                <span className="hit-title">
                  <b>{hit.title}</b>
                  <span className="hit-quiet">
                    {[hit.author, hit.year, hit.ddc].filter(Boolean).join(' · ')}
                  </span>
                </span>
                <span className={hit.available > 0 ? 'hit-shelf hit-in' : 'hit-shelf'}>
                  {shelfWords(t, hit)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function shelfWords(t: Translate, { copies, available }: CatalogueHit): string {
  if (copies === 0) return t('search.noCopies');
  return available > 0 ? t('search.available', { available, copies }) : t('search.allOut', { copies });
}
