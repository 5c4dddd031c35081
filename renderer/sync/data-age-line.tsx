import { useTranslation } from 'react-i18next';
import { useSync } from '../connection/queries.ts';
import { namespaces } from '../i18n/start.ts';
import { useSettings } from '../ui/page-context.tsx';
import { useNow } from '../ui/use-now.ts';
import { dataAge } from './data-age.ts';
import './data-age.css';

/** Of when the data below is; nothing while it is fresh. */
export function DataAgeLine() {
  const { t } = useTranslation(namespaces);
  const [{ staleMinutes }] = useSettings();
  const now = useNow(30_000);
  const { data: status } = useSync();
  const words = dataAge(t, status?.freshAt ?? null, now, staleMinutes);
  return words === null ? null : (
    <p className="data-age" data-testid="data-age">
      {words}
    </p>
  );
}
