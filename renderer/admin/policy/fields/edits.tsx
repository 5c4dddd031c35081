import { NativeSelect, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../../../domain/money/amount-text.ts';
import { amountOf, amountText } from '../../../forms/amount-of.ts';
import { namespaces } from '../../../i18n/start.ts';

interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface ChoiceEditProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly problem?: string | null;
  readonly onChange: (value: V) => void;
}

/** One of a closed list of words. */
export function ChoiceEdit<V extends string>(props: ChoiceEditProps<V>) {
  const { label, value, choices, problem, onChange } = props;
  return (
    <NativeSelect
      label={label}
      value={value}
      error={problem}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    />
  );
}

interface NumberOrEditProps<W extends string> {
  readonly label: string;
  readonly value: number | W;
  readonly words: readonly Choice<W>[];
  /** What is counted, in the form that goes with the number. */
  readonly unit: (count: number) => string;
  readonly problem?: string | null;
  /** How a number is typed and shown: counted, or money. */
  readonly as?: 'count' | 'amount';
  /** A number to begin with when a word is given up. */
  readonly first?: number;
  readonly onChange: (value: number | W) => void;
}

/**
 * A number or one of the words that stand where there is none: nothing is ever left blank. What cannot be read as a
 * number is kept on the screen and goes up as NaN, which the policy's own check refuses.
 */
export function NumberOrEdit<W extends string>(props: NumberOrEditProps<W>) {
  const { t } = useTranslation(namespaces);
  const { label, value, words, unit, problem, onChange } = props;
  const id = useId();
  const isMoney = props.as === 'amount';
  const [text, setText] = useState(() => (typeof value === 'number' ? shown(value, isMoney) : ''));
  const isNumber = typeof value === 'number';
  const unitWord = unit(isNumber && Number.isFinite(value) ? value : 0);
  return (
    <div className="number-edit" role="group" aria-labelledby={id}>
      <span id={id} className="number-label">
        {label}
      </span>
      <div className="number-parts">
        {words.length > 0 && (
          <NativeSelect
            aria-labelledby={id}
            value={isNumber ? 'typed' : value}
            data={[
              { value: 'typed', label: t('terms.words.typed') },
              ...words.map((word) => ({ value: word.value, label: word.label })),
            ]}
            onChange={(event) => {
              const word = words.find((known) => known.value === event.currentTarget.value);
              if (word) return onChange(word.value);
              const first = props.first ?? 1;
              setText(shown(first, isMoney));
              onChange(first);
            }}
          />
        )}
        {isNumber && (
          <TextInput
            aria-labelledby={id}
            className={isMoney ? 'number-money' : 'number-count'}
            value={text}
            inputMode="numeric"
            autoComplete="off"
            error={problem}
            rightSection={<span className="field-unit">{unitWord}</span>}
            rightSectionWidth={`${Math.max(2, unitWord.length * 0.62 + 1)}rem`}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              setText(typed);
              onChange((isMoney ? amountOf(typed) : countOf(typed)) ?? Number.NaN);
            }}
          />
        )}
      </div>
    </div>
  );
}

/** A number, always. */
export function NumberEdit(props: Omit<NumberOrEditProps<never>, 'words' | 'first'>) {
  return <NumberOrEdit<never> {...props} words={[]} />;
}

function shown(value: number, isMoney: boolean): string {
  if (!Number.isFinite(value)) return '';
  return isMoney && value !== 0 ? amountText(value) : String(value).replace('.', ',');
}

/** A whole number, or one with a decimal comma: compensation may be one and a half times the price. */
function countOf(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  return /^\d{1,9}(?:\.\d{1,3})?$/u.test(typed) ? Number(typed) : null;
}

/** A number with its unit for reading, or its word. */
export function saidNumber(value: number, unit: string, as: 'count' | 'amount' = 'count'): string {
  if (!Number.isFinite(value)) return '?';
  return as === 'amount' && Number.isSafeInteger(value)
    ? formatAmount(value)
    : `${String(value).replace('.', ',')} ${unit}`;
}
