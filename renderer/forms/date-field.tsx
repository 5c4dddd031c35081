import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';
import { dayOf, withStrokes } from './date-text.ts';

interface DateFieldProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly testId: string;
  readonly name?: string;
  readonly description?: ReactNode;
  /** Words about what is wrong with the day itself; a text that is no day says so by itself. */
  readonly problem?: ReactNode;
  readonly disabled?: boolean;
  readonly size?: 'xs' | 'sm';
}

/** A day typed or pasted as dd/mm/yyyy: faster than any calendar for a birth date, and the same for every other. */
export function DateField(props: DateFieldProps) {
  const { t } = useTranslation(namespaces);
  const whole = props.value.trim().length >= 8;
  const isNoDay = whole && dayOf(props.value) === null;
  return (
    <TextInput
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(withStrokes(props.value, event.currentTarget.value))}
      onBlur={props.onBlur}
      description={props.description}
      error={
        props.problem ?? (isNoDay ? <span data-testid="field-error">{t('forms.noSuchDay')}</span> : null)
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={t('forms.dayPlaceholder')}
      name={props.name}
      inputMode="numeric"
      autoComplete="off"
      size={props.size ?? 'sm'}
      disabled={props.disabled ?? false}
      data-testid={props.testId}
    />
  );
}
