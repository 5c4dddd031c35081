import { useTranslation } from 'react-i18next';
import type { TitleCopy } from '../../contract/workstation/desk.ts';
import { useDeskDrawers } from '../desk/drawers/desk-drawer.ts';
import { formatDue } from '../format/dates.ts';
import { valueName } from '../format/values.ts';
import { namespaces } from '../i18n/start.ts';

/** The copies of a title with where each is; what can be taken off a shelf comes first. */
export function CopyList({ copies }: { readonly copies: readonly TitleCopy[] }) {
  const { t } = useTranslation(namespaces);
  const drawers = useDeskDrawers();
  if (copies.length === 0) return <p className="form-quiet">{t('title.copiesNone')}</p>;
  const inOrder = copies.toSorted(
    (a, b) => Number(b.status === 'available') - Number(a.status === 'available'),
  );
  return (
    <ul className="card-list">
      {inOrder.map(({ item, status, lending, due, libraryName, collection }) => (
        <li key={item.id} className="copy" data-testid="title-copy" data-status={status}>
          <button
            type="button"
            className="row-open"
            title={t('title.openCopy', { barcode: item.barcode })}
            onClick={() => drawers.open({ kind: 'item', item: item.id })}
          >
            <b>{item.barcode}</b>
          </button>
          <span className="copy-place">
            {[libraryName, valueName(t, 'collection', collection), item.callNumber]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span className={status === 'available' ? 'copy-status copy-in' : 'copy-status'}>
            {valueName(t, 'itemStatus', status)}
            {due !== null && ` · ${t('title.due', { date: formatDue(due) })}`}
            {lending !== 'for-loan' && ` · ${valueName(t, 'lending', lending)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
