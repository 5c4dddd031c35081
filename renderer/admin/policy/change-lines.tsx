import { useTranslation } from 'react-i18next';
import { namespaces } from '../../i18n/start.ts';
import type { Change } from './promise-diff.ts';

/** What changes in one case: each word of the promise, before and after. */
export function ChangeLines({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation(namespaces);
  return (
    <ul className="changes">
      {changes.map(({ kind, field, before, after }) => (
        <li key={`${kind}${field ?? ''}`}>
          {field ?? `${t('policy.impact.otherPolicy')} (${t(`policy.rules.${kind}`)})`}: <del>{before}</del>{' '}
          <span aria-hidden>→</span> <ins>{after}</ins>
        </li>
      ))}
    </ul>
  );
}
