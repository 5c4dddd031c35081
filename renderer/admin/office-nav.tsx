import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';
import type { Place } from './place.ts';
import { hashOf, places } from './place.ts';

/** Back to the desk, and from one office screen to the next: plain links, so that Back and bookmarks work. */
export function OfficeNav({ place }: { readonly place: Place }) {
  const { t } = useTranslation(namespaces);
  return (
    <nav className="office-nav" aria-label={t('admin.menu')}>
      <a className="office-back" href={hashOf('desk')} data-testid="office-back">
        <IconArrowLeft aria-hidden size="1.1rem" stroke={1.9} />
        {t('admin.back')}
      </a>
      {places.map(
        (name) =>
          name !== 'desk' && (
            <a
              key={name}
              className="office-tab"
              href={hashOf(name)}
              aria-current={name === place ? 'page' : undefined}
              data-testid={`office-${name}`}
            >
              {t(`admin.place.${name}`)}
            </a>
          ),
      )}
    </nav>
  );
}
