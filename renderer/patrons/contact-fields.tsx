import { ActionIcon } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';
import { FormText } from './form-field.tsx';
import type { RegistrationState } from './use-registration.ts';

/** What is sealed: how to reach the reader, and the number that finds the reader again by the citizen card. */
export function ContactFields({ registration }: { readonly registration: RegistrationState }) {
  const { t } = useTranslation(namespaces);
  const [shown, setShown] = useState(false);
  const Icon = shown ? IconEyeOff : IconEye;
  const label = shown ? t('register.idHide') : t('register.idShow');
  return (
    <section className="form-part" aria-labelledby="register-contact">
      <h3 id="register-contact" className="form-part-title">
        {t('register.contact')} <span className="form-quiet">{t('register.contactHelp')}</span>
      </h3>
      <div className="register-grid">
        <FormText registration={registration} field="residence" className="span-12" />
        <FormText registration={registration} field="phone" inputMode="tel" className="span-4" />
        <FormText registration={registration} field="email" inputMode="email" className="span-4" />
        <FormText
          registration={registration}
          field="citizenId"
          className="span-4"
          inputMode="numeric"
          hidden={!shown}
          rightSection={
            <ActionIcon
              variant="subtle"
              aria-label={label}
              aria-pressed={shown}
              title={label}
              data-testid="citizen-id-show"
              onClick={() => setShown(!shown)}
            >
              <Icon aria-hidden size="1.15rem" stroke={1.7} />
            </ActionIcon>
          }
        />
      </div>
    </section>
  );
}
