import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Check, Severity } from '../../../domain/policy/checks.ts';
import { checks, defaultSeverities, severities } from '../../../domain/policy/checks.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import { namespaces } from '../../i18n/start.ts';
import { checkName } from '../code-words.ts';

interface SeveritiesTabProps {
  readonly set: PolicySet;
  readonly isDraft: boolean;
  readonly onChange: (set: PolicySet) => void;
}

/** How hard each check is. What the library does not set keeps its default, and says so. */
export function SeveritiesTab({ set, isDraft, onChange }: SeveritiesTabProps) {
  const { t } = useTranslation(namespaces);
  const put = (check: Check, severity: Severity): void => {
    const others = Object.fromEntries(Object.entries(set.severities).filter(([name]) => name !== check));
    const isDefault = defaultSeverities[check] === severity;
    onChange({ ...set, severities: isDefault ? others : { ...others, [check]: severity } });
  };
  return (
    <div className="policy-scroll" tabIndex={0} role="region" aria-label={t('policy.tab.severities')}>
      <p className="office-quiet">{t('policy.severities.help')}</p>
      <table className="grid severities">
        <thead>
          <tr>
            <th scope="col">{t('policy.severities.check')}</th>
            {severities.map((severity) => (
              <th key={severity} scope="col">
                {t(`policy.severities.${severity}`)}
                <span className="form-quiet severity-help">{t(`policy.severities.${severity}Help`)}</span>
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{t('policy.severities.default')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => {
            const own = set.severities[check];
            const is = own ?? defaultSeverities[check];
            const name = checkName(t, check);
            return (
              <tr key={check} data-testid="severity-row" data-check={check} data-severity={is}>
                <th scope="row">{name}</th>
                {severities.map((severity) => (
                  <td key={severity} className="cell-radio">
                    {isDraft ? (
                      <input
                        type="radio"
                        name={`severity-${check}`}
                        aria-label={`${name}: ${t(`policy.severities.${severity}`)}`}
                        checked={is === severity}
                        onChange={() => put(check, severity)}
                      />
                    ) : (
                      is === severity && (
                        <IconCheck
                          aria-label={t(`policy.severities.${severity}`)}
                          size="1.2rem"
                          stroke={2.4}
                        />
                      )
                    )}
                  </td>
                ))}
                <td className="form-quiet">
                  {own === undefined ? t('policy.severities.default') : t('policy.severities.own')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
