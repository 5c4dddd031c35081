import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatronCategory } from '../../domain/policy/policy.ts';
import { ReaderPicker } from '../forms/reader-picker.tsx';
import { namespaces } from '../i18n/start.ts';
import { FieldError, FormText } from './form-field.tsx';
import { guardianAsked } from './register-form.ts';
import type { RegistrationState } from './use-registration.ts';

interface GuardianFieldsProps {
  readonly registration: RegistrationState;
  readonly categories: readonly PatronCategory[];
}

/** Who answers for a child: a reader, or a guardian by name. Out of the way while the age asks for nobody. */
export function GuardianFields({ registration, categories }: GuardianFieldsProps) {
  const { t } = useTranslation(namespaces);
  const { form, age, change, problemOf } = registration;
  const [wanted, setWanted] = useState(false);
  const category = categories.find(({ id }) => id === form.category) ?? null;
  const asked = guardianAsked(category, age);
  const problem = problemOf('guarantor');
  const filled = form.guarantor !== null || form.guardianName !== '' || form.guardianPhone !== '';
  if (!asked && !wanted && !filled && !problem) {
    return (
      <button type="button" className="link register-more" onClick={() => setWanted(true)}>
        {t('register.guardianAdd')}
      </button>
    );
  }
  return (
    <section className="form-part" aria-labelledby="register-guardian" data-testid="register-guardian">
      <h3 id="register-guardian" className="form-part-title">
        {t('register.guardian')}{' '}
        {asked && category && (
          <span className="form-quiet">{t('register.guardianNeeded', { age: category.guardianBelow })}</span>
        )}
      </h3>
      <div className="register-grid">
        <div className="span-12">
          <ReaderPicker
            label={t('register.field.guarantor')}
            value={form.guarantor}
            onChange={(guarantor) => change({ guarantor })}
            error={problem && <FieldError problem={problem} />}
            testId="field-guarantor"
          />
        </div>
        {form.guarantor === null && (
          <>
            <FormText registration={registration} field="guardianName" className="span-8" />
            <FormText registration={registration} field="guardianPhone" inputMode="tel" className="span-4" />
          </>
        )}
      </div>
    </section>
  );
}
