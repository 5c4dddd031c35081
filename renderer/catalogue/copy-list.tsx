import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TitleCopy } from '../../contract/workstation/desk.ts';
import { useDeskDrawers } from '../desk/drawers/desk-drawer.ts';
import { formatDue } from '../format/dates.ts';
import { valueName } from '../format/values.ts';
import { namespaces } from '../i18n/start.ts';

/** Copies shown at first: what decides whether a hold is needed at all. */
const shownAtFirst = 5;

/** The copies of a title with where each is; what can be taken off a shelf comes first. */
export function CopyList({ copies }: { readonly copies: readonly TitleCopy[] }) {
  const { t } = useTranslation(namespaces);
  const drawers = useDeskDrawers();
  const [all, setAll] = useState(false);
  if (copies.length === 0) return <p className="form-quiet">{t('title.copiesNone')}</p>;
  const inOrder = copies.toSorted(
    (a, b) => Number(b.status === 'available') - Number(a.status === 'available'),
  );
  const shown = all ? inOrder : inOrder.slice(0, shownAtFirst);
  return (
    <ul className="card-list">
      {shown.map(({ item, status, lending, due, libraryName, collection }) => (
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
      {shown.length < inOrder.length && (
        <li>
          <button type="button" className="link" data-testid="copies-all" onClick={() => setAll(true)}>
            {t('title.copiesAll', { count: inOrder.length })}
          </button>
        </li>
      )}
    </ul>
  );
}
