import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import { ageOn } from '../../../domain/patrons/age.ts';
import { useToday } from '../../connection/queries.ts';
import { formatDate } from '../../format/dates.ts';
import { initials } from '../../format/names.ts';
import { valueName } from '../../format/values.ts';
import { namespaces } from '../../i18n/start.ts';

/** Below this age a reader is a child by the Law on Children 2016 (art. 1). */
const childBelow = 16;

/** The category that says so already. */
const childCategory = 'thieu-nhi';

/** Who this is, which card, and who answers for whom. No photo is kept: initials stand for the face. */
export function PatronWho({ open }: { readonly open: DeskPatron }) {
  const { t } = useTranslation(namespaces);
  const today = useToday();
  const { patron, guarantor, wards, blocks } = open;
  const expired = blocks.some(({ check }) => check === 'card-expired');
  const age = patron.birthDate === null || today === '' ? null : ageOn(patron.birthDate, today);
  const ageWords =
    age === null
      ? null
      : age < childBelow && patron.category !== childCategory
        ? t('patron.child', { count: age })
        : t('patron.age', { count: age });
  return (
    <>
      <div className="patron-who">
        <span className="patron-avatar" aria-hidden>
          {initials(patron.name)}
        </span>
        <div className="patron-names">
          <p className="patron-name" data-testid="patron-name">
            {patron.name}
          </p>
          <p className="patron-category">
            {[valueName(t, 'category', patron.category), ageWords].filter(Boolean).join(' · ')}
          </p>
        </div>
      </div>
      <dl className="patron-card">
        <dt className="unseen">{t('patron.title')}</dt>
        <dd data-testid="patron-card">{t('patron.card', { card: patron.card })}</dd>
        <dd className={expired ? 'patron-expired' : undefined} data-testid="patron-expires">
          {t('patron.expires', { date: formatDate(patron.expires) })}
        </dd>
        {guarantor && (
          <dd data-testid="patron-guarantor">
            {t('patron.guarantor', { name: guarantor.name, card: guarantor.card })}
          </dd>
        )}
        {wards.length > 0 && (
          <dd data-testid="patron-wards">
            {t('patron.wards', { names: wards.map(({ name }) => name).join(', ') })}
          </dd>
        )}
      </dl>
    </>
  );
}
