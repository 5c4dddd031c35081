import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../domain/outcome.ts';
import { reasonSentence, splitSentence } from '../format/reasons.ts';
import { namespaces } from '../i18n/start.ts';
import type { FormField } from './register-form.ts';
import type { RegistrationState } from './use-registration.ts';

type TextName = Extract<
  FormField,
  'name' | 'card' | 'residence' | 'phone' | 'email' | 'citizenId' | 'guardianName' | 'guardianPhone'
>;

interface FormTextProps {
  readonly registration: RegistrationState;
  readonly field: TextName;
  readonly description?: ReactNode;
  readonly rightSection?: ReactNode;
  readonly inputMode?: 'text' | 'tel' | 'email' | 'numeric';
  readonly className?: string;
  /** Shown as dots: the person at the desk may read it, the queue may not. */
  readonly hidden?: boolean;
  readonly first?: boolean;
}

/** A text field of the registration, with what is wrong with it under it. */
export function FormText(props: FormTextProps) {
  const { t } = useTranslation(namespaces);
  const { registration, field, hidden, first } = props;
  const problem = registration.problemOf(field);
  return (
    <TextInput
      label={t(`register.field.${field}`)}
      value={registration.form[field]}
      onChange={(event) => registration.change({ [field]: event.currentTarget.value })}
      onBlur={() => registration.leave(field)}
      error={problem && <FieldError problem={problem} />}
      description={props.description}
      rightSection={props.rightSection}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode={props.inputMode ?? 'text'}
      className={props.className ?? ''}
      classNames={{ input: hidden ? 'dotted' : '' }}
      autoComplete="off"
      spellCheck={false}
      name={field}
      data-autofocus={first ? true : undefined}
      data-testid={`field-${field}`}
    />
  );
}

/** The reason at its field: what is wrong and what to do; that nothing was saved is said once, below. */
export function FieldError({ problem }: { readonly problem: Reason }) {
  const { t } = useTranslation(namespaces);
  const { head, rest } = splitSentence(reasonSentence(t, problem));
  return (
    <span data-testid="field-error" data-code={problem.code}>
      {head} {rest.slice(rest.indexOf('. ') + 1).trim()} <span className="answer-code">{problem.code}</span>
    </span>
  );
}
