import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { legalGrounds } from '../../domain/money/legal-grounds.ts';
import { groundName } from '../forms/ground-name.ts';
import { namespaces } from '../i18n/start.ts';
import { FieldError } from './form-field.tsx';
import type { RegistrationState } from './use-registration.ts';

/** Under this age a reader is a child: Law on Children 2016 art. 1. */
const childBelow = 16;
const child = 'child';

/** The ground of the law that makes the card free. Only that it was seen is kept. */
export function ExemptionField({ registration }: { readonly registration: RegistrationState }) {
  const { t } = useTranslation(namespaces);
  const { form, age, paper, change, problemOf } = registration;
  const problem = problemOf('exemption');
  const hinted = paper?.exemption ?? null;
  const isChild = age !== null && age < childBelow && form.exemption === null;
  return (
    <div className="span-4 exemption">
      <NativeSelect
        label={t('register.field.exemption')}
        value={form.exemption ?? ''}
        onChange={(event) => change({ exemption: event.currentTarget.value || null })}
        description={form.exemption === null ? undefined : t('register.exemptionHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={problem && <FieldError problem={problem} />}
        data={[
          { value: '', label: t('register.exemptionNone') },
          ...legalGrounds
            .filter(({ exemptsFromCardFee }) => exemptsFromCardFee)
            .map(({ id }) => ({ value: id, label: groundName(t, id) })),
        ]}
        data-testid="field-exemption"
      />
      {isChild && (
        <button
          type="button"
          className="link exemption-hint"
          data-testid="exemption-child"
          onClick={() => change({ exemption: child })}
        >
          {t('register.childHint', { ground: groundName(t, child) })}
        </button>
      )}
      {hinted !== null && hinted === form.exemption && (
        <p className="form-quiet">{t('register.exemptionHint', { ground: groundName(t, hinted) })}</p>
      )}
    </div>
  );
}
