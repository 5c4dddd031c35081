import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { consentPurposes } from '../../domain/patrons/patron.ts';
import { namespaces } from '../i18n/start.ts';
import { whoAgrees } from './consent.ts';
import type { RegistrationState } from './use-registration.ts';

/** One line a purpose, one box a person who has to agree, and nothing ticked for anybody. */
export function ConsentFields({ registration }: { readonly registration: RegistrationState }) {
  const { t } = useTranslation(namespaces);
  const { form, age, change } = registration;
  const who = whoAgrees(age);
  const sides = who === 'both' ? (['patron', 'guardian'] as const) : [who];
  return (
    <section className="form-part" aria-labelledby="register-consents">
      <h3 id="register-consents" className="form-part-title">
        {t('register.consents')}
      </h3>
      <p className="form-quiet">
        {t('register.consentsHelp')} {who === 'both' && t('register.consentsBoth')}
        {who === 'guardian' && t('register.consentsGuardian')}
        {age === null && t('register.consentsNoAge')}
      </p>
      <ul className="consents">
        {consentPurposes.map((purpose) => {
          const agreement = form.agreements[purpose];
          const isHalf = who === 'both' && agreement.patron !== agreement.guardian;
          return (
            <li key={purpose} className="consent" data-testid={`consent-${purpose}`}>
              <span id={`consent-${purpose}`} className="consent-purpose">
                {t(`consent.purpose.${purpose}`)}
                {isHalf && <span className="consent-half">{t('register.consentHalf')}</span>}
              </span>
              {sides.map((side) => (
                <Checkbox
                  key={side}
                  label={t(`consent.${side}`)}
                  checked={agreement[side]}
                  onChange={(event) =>
                    change({
                      agreements: {
                        ...form.agreements,
                        [purpose]: { ...agreement, [side]: event.currentTarget.checked },
                      },
                    })
                  }
                  aria-describedby={`consent-${purpose}`}
                  data-testid={`consent-${purpose}-${side}`}
                />
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
