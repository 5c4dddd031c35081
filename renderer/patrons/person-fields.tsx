import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatronCategory } from '../../domain/policy/policy.ts';
import { DateField } from '../forms/date-field.tsx';
import { namespaces } from '../i18n/start.ts';
import { ExemptionField } from './exemption-field.tsx';
import { FieldError, FormText } from './form-field.tsx';
import type { RegistrationState } from './use-registration.ts';

interface PersonFieldsProps {
  readonly registration: RegistrationState;
  readonly categories: readonly PatronCategory[];
}

/** Who the reader is, which card it will be, and what makes it free. */
export function PersonFields({ registration, categories }: PersonFieldsProps) {
  const { t } = useTranslation(namespaces);
  const { form, age, change, leave, problemOf, categorySuggested } = registration;
  const born = problemOf('birthDate');
  const category = problemOf('category');
  return (
    <div className="register-grid">
      <FormText registration={registration} field="name" className="span-8" first />
      <div className="span-4">
        <DateField
          label={t('register.field.birthDate')}
          value={form.birthDate}
          onChange={(birthDate) => change({ birthDate })}
          onBlur={() => leave('birthDate')}
          description={age === null ? undefined : t('register.age', { count: age })}
          problem={born && <FieldError problem={born} />}
          name="birthDate"
          testId="field-birthDate"
        />
      </div>
      <NativeSelect
        className="span-4"
        label={t('register.field.category')}
        value={form.category}
        onChange={(event) => change({ category: event.currentTarget.value })}
        description={categorySuggested ? t('register.byAge') : undefined}
        error={
          category &&
          (form.category === '' ? (
            <span data-testid="field-error" data-code={category.code}>
              {t('register.chooseCategory')}
            </span>
          ) : (
            <FieldError problem={category} />
          ))
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={[
          ...(form.category === '' ? [{ value: '', label: '…' }] : []),
          ...categories.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        data-testid="field-category"
      />
      <ExemptionField registration={registration} />
      <FormText registration={registration} field="card" className="span-4" />
    </div>
  );
}
