import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatAmount, readAmount } from '../../domain/money/amount-text.ts';
import { namespaces } from '../i18n/start.ts';

interface AmountFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly testId: string;
  readonly placeholder?: string;
  readonly description?: string | undefined;
  /** Words about an amount that can be read but cannot be used here, or null. */
  readonly problem?: string | null;
  /** Whether nothing at all is an answer. */
  readonly mayBeEmpty?: boolean;
  /** Whether no money is an answer: a drawer may be empty, a payment is not. */
  readonly mayBeZero?: boolean;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  readonly size?: 'sm' | 'md' | 'lg';
}

/** An amount in đồng as people type it. What cannot be read says why at once; what can be read is shown as read. */
export function AmountField(props: AmountFieldProps) {
  const { t } = useTranslation(namespaces);
  const reading = readAmount(props.value);
  const empty = props.value.trim() === '';
  const isZero = reading.ok && reading.amount === 0;
  const fault = reading.ok ? (isZero && props.mayBeZero === false ? 'zero' : null) : reading.fault;
  const error =
    fault !== null && !(empty && (props.mayBeEmpty ?? true))
      ? t(`forms.amountFault.${fault}`)
      : (props.problem ?? null);
  const readAs = reading.ok && plain(formatAmount(reading.amount)) !== plain(props.value);
  return (
    <TextInput
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      description={readAs && reading.ok ? `= ${formatAmount(reading.amount)}` : props.description}
      error={error}
      errorProps={{ 'data-testid': 'field-error' }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      rightSection={<span className="field-unit">đ</span>}
      placeholder={props.placeholder ?? ''}
      inputMode="numeric"
      autoComplete="off"
      size={props.size ?? 'sm'}
      // The one for what comes up later, the other for a drawer, which sets the focus itself when it opens.
      autoFocus={props.autoFocus ?? false}
      data-autofocus={props.autoFocus === true ? true : undefined}
      disabled={props.disabled ?? false}
      data-testid={props.testId}
    />
  );
}

function plain(text: string): string {
  return text.replaceAll(/[\s đ]/gu, '');
}
