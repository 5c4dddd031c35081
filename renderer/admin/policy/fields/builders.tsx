import type { Translate } from '../../../i18n/start.ts';
import { ChoiceEdit, NumberEdit, NumberOrEdit, saidNumber } from './edits.tsx';
import type { FieldGroup, FieldSpec } from './field-spec.ts';

interface Asked<P, V> {
  readonly name: string;
  readonly group: FieldGroup;
  readonly label: (t: Translate) => string;
  readonly get: (policy: P) => V;
  readonly set: (policy: P, value: V) => P;
}

/** A field that is one of a closed list of words. */
export function choice<P, V extends string>(
  asked: Asked<P, V> & {
    readonly values: readonly V[];
    readonly word: (t: Translate, value: V) => string;
  },
): FieldSpec<P> {
  const { name, group, label, get, set, values, word } = asked;
  return {
    name,
    group,
    label,
    say: (t, policy) => word(t, get(policy)),
    edit: ({ t, policy, problem, label: shown, onChange }) => (
      <ChoiceEdit
        label={shown}
        value={get(policy)}
        choices={values.map((value) => ({ value, label: word(t, value) }))}
        problem={problem}
        onChange={(value) => onChange(set(policy, value))}
      />
    ),
  };
}

interface Numeric {
  /** What is counted, in the form that goes with the number. */
  readonly unit: (t: Translate, count: number) => string;
  readonly as?: 'count' | 'amount';
}

/** A field that is always a number. */
export function number<P>(asked: Asked<P, number> & Numeric): FieldSpec<P> {
  const { name, group, label, get, set, unit, as = 'count' } = asked;
  return {
    name,
    group,
    label,
    say: (t, policy) => saidNumber(get(policy), unit(t, get(policy)), as),
    edit: ({ t, policy, problem, label: shown, onChange }) => (
      <NumberEdit
        label={shown}
        value={get(policy)}
        unit={(count) => unit(t, count)}
        as={as}
        problem={problem}
        onChange={(value) => onChange(set(policy, value))}
      />
    ),
  };
}

/** A field that is a number, or one of some words in its place. */
export function numberOr<P, W extends string>(
  asked: Asked<P, number | W> &
    Numeric & {
      readonly words: readonly W[];
      readonly word: (t: Translate, word: W) => string;
    },
): FieldSpec<P> {
  const { name, group, label, get, set, unit, as = 'count', words, word } = asked;
  return {
    name,
    group,
    label,
    say: (t, policy) => {
      const value = get(policy);
      return typeof value === 'number' ? saidNumber(value, unit(t, value), as) : word(t, value);
    },
    edit: ({ t, policy, problem, label: shown, onChange }) => (
      <NumberOrEdit
        label={shown}
        value={get(policy)}
        words={words.map((value) => ({ value, label: word(t, value) }))}
        unit={(count) => unit(t, count)}
        as={as}
        problem={problem}
        onChange={(value) => onChange(set(policy, value))}
      />
    ),
  };
}
