import { useTranslation } from 'react-i18next';
import type { PolicyOverview } from '../../../contract/workstation/admin.ts';
import type { PolicyImpact } from '../../../domain/policy/impact.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import { namespaces } from '../../i18n/start.ts';
import { ChangeLines } from './change-lines.tsx';
import { nameBook } from './name-book.ts';
import { promiseDiff } from './promise-diff.ts';
import { CaseWords, caseKey } from './what-if-table.tsx';

interface ImpactPanelProps {
  readonly impact: PolicyImpact;
  readonly draft: PolicySet;
  readonly libraries: PolicyOverview['libraries'];
}

/** The first cells that change, each with what is promised now and what would be. */
export function ImpactPanel({ impact, draft, libraries }: ImpactPanelProps) {
  const { t } = useTranslation(namespaces);
  const names = nameBook(t, draft, libraries);
  const { examples } = impact;
  return (
    <div className="save-panel" tabIndex={0} role="region" aria-label={t('policy.impact.show')}>
      <p className="form-quiet">
        {t('policy.impact.shown', { shown: examples.length })} · {t('policy.impact.help')}
      </p>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('policy.whatIf.case')}</th>
            <th scope="col">{t('policy.impact.before')}</th>
            <th scope="col">{t('policy.impact.after')}</th>
            <th scope="col">{t('policy.whatIf.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {examples.map(({ subject, before, after }) => (
            <tr key={caseKey(subject)} data-testid="impact-row">
              <th scope="row">
                <CaseWords subject={subject} names={names} />
              </th>
              <td>{before ? `${before.rule.id} · ${before.loan.name}` : t('policy.impact.noRule')}</td>
              <td>{after ? `${after.rule.id} · ${after.loan.name}` : t('policy.impact.noRule')}</td>
              <td>{before && after && <ChangeLines changes={promiseDiff(t, names, before, after)} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
