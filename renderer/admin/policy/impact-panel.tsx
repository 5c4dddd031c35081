import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyOverview } from '../../../contract/workstation/admin.ts';
import type { PolicyImpact } from '../../../domain/policy/impact.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import { criteria } from '../../../domain/policy/policy.ts';
import { namespaces } from '../../i18n/start.ts';
import { ChangeLines } from './change-lines.tsx';
import type { ImpactGroup } from './impact-groups.ts';
import { impactGroups } from './impact-groups.ts';
import type { NameBook } from './name-book.ts';
import { nameBook } from './name-book.ts';
import { promiseDiff } from './promise-diff.ts';

/** Cases named one by one before the rest is counted. */
const namedCases = 4;

interface ImpactPanelProps {
  readonly impact: PolicyImpact;
  readonly draft: PolicySet;
  readonly libraries: PolicyOverview['libraries'];
}

/** What changes, before and after, and in which cells; cells that change alike are one line. */
export function ImpactPanel({ impact, draft, libraries }: ImpactPanelProps) {
  const { t } = useTranslation(namespaces);
  const names = nameBook(t, draft, libraries);
  const { examples } = impact;
  const groups = impactGroups(examples, ({ before, after }) =>
    before && after ? promiseDiff(t, names, before, after) : [],
  );
  return (
    <div className="save-panel" tabIndex={0} role="region" aria-label={t('policy.impact.show')}>
      <p className="form-quiet">
        {impact.changed > examples.length && `${t('policy.impact.shown', { shown: examples.length })} · `}
        {t('policy.impact.help')}
      </p>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('policy.impact.changes')}</th>
            <th scope="col">{t('policy.whatIf.rule')}</th>
            <th scope="col">{t('policy.impact.cases')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <GroupRow key={group.key} group={group} names={names} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupRow({ group, names }: { readonly group: ImpactGroup; readonly names: NameBook }) {
  const { t } = useTranslation(namespaces);
  const [whole, setWhole] = useState(false);
  const { before, after, changes, cases } = group;
  const shown = whole ? cases : cases.slice(0, namedCases);
  const more = cases.length - shown.length;
  return (
    <tr data-testid="impact-row">
      <td>
        {changes.length > 0 ? (
          <ChangeLines changes={changes} />
        ) : (
          <b>{after === null ? t('policy.whatIf.noRule') : t('policy.impact.after')}</b>
        )}
      </td>
      <td className="cell-id">
        {before ?? t('policy.impact.noRule')}
        {before !== after && (
          <>
            {' '}
            <span aria-hidden>→</span> <b>{after ?? t('policy.impact.noRule')}</b>
          </>
        )}
      </td>
      <td>
        <ul>
          {shown.map((subject) => (
            <li key={criteria.map((name) => subject[name]).join('\u0000')}>
              {[
                names.category(subject.category),
                names.itemClass(subject.itemClass),
                names.collection(subject.collection),
              ].join(' · ')}{' '}
              <span className="form-quiet">{names.library(subject.library)}</span>
            </li>
          ))}
        </ul>
        {more > 0 && (
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {t('policy.impact.more', { count: more })}
          </button>
        )}
      </td>
    </tr>
  );
}
