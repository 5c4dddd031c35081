import { useTranslation } from 'react-i18next';
import { namespaces } from '../../i18n/start.ts';

/** The name, with a book that goes out and comes back. */
export function Brand() {
  const { t } = useTranslation(namespaces);
  return (
    <h1 className="brand">
      <svg viewBox="0 0 32 32" aria-hidden className="brand-mark">
        <rect width="32" height="32" rx="8" />
        <path d="M8 9.5c3-1.4 5.6-1.2 8 .7v13c-2.4-1.9-5-2.1-8-.7z" />
        <path d="M24 9.5c-3-1.4-5.6-1.2-8 .7v13c2.4-1.9 5-2.1 8-.7z" className="brand-page" />
      </svg>
      {t('app.name')}
    </h1>
  );
}
