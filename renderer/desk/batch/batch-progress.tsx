import { useTranslation } from 'react-i18next';
import { namespaces } from '../../i18n/start.ts';
import type { Batch } from './use-batch.ts';

/** How far a pasted list has got; it can be stopped. */
export function BatchProgress({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation(namespaces);
  if (!batch.progress) return null;
  return (
    <p className="rows-batch" role="status" data-testid="batch-progress" data-done={batch.progress.done}>
      {t('rows.batch', batch.progress)}
      <button type="button" className="link" data-testid="batch-stop" onClick={batch.stop}>
        {t('rows.batchStop')}
      </button>
    </p>
  );
}
