import { IconNfcOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUnwrittenTags } from '../connection/queries.ts';
import { namespaces } from '../i18n/start.ts';
import './unwritten-tags.css';

/** Shouts while a gate would alarm for a copy that was lent, or stay silent for one that was not. */
export function UnwrittenTagsBand({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation(namespaces);
  const { data: unwritten = [] } = useUnwrittenTags();
  if (unwritten.length === 0) return null;
  return (
    <section className="tags-band" aria-label={t('tags.title')} data-testid="tags-band">
      <IconNfcOff aria-hidden size="1.5rem" stroke={1.9} />
      <strong>{t('tags.band', { count: unwritten.length })}</strong>
      <button type="button" className="tags-band-see" data-testid="tags-band-see" onClick={onOpen}>
        {t('tags.see')}
      </button>
    </section>
  );
}
