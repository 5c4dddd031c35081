import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '../../../i18n/start.ts';
import { namespaces } from '../../../i18n/start.ts';
import { vi } from '../../../i18n/vi.ts';
import { isKeyOf } from '../../../ui/is-key-of.ts';
import type { Draft } from './draft.ts';
import { escaped, unescaped } from './escaped.ts';
import { useDeviceForm } from './form-context.tsx';

/** What a field is called; some have a sentence of help by the same name. */
type FieldName = keyof typeof vi.deviceFields.field;

interface FieldProps {
  readonly path: string;
  readonly name: FieldName;
}

interface InputProps extends FieldProps {
  readonly shown: string;
  readonly onType: (text: string) => void;
  readonly unit?: string | undefined;
  readonly numeric?: boolean;
  readonly suggestions?: readonly string[];
}

function helpOf(t: Translate, name: FieldName): string | undefined {
  return isKeyOf(vi.deviceFields.help, name) ? t(`deviceFields.help.${name}`) : undefined;
}

function Input({ path, name, shown, onType, unit, numeric = false, suggestions }: InputProps) {
  const { t } = useTranslation(namespaces);
  const { problem } = useDeviceForm();
  const list = `device-list-${path}`;
  return (
    <>
      <TextInput
        label={t(`deviceFields.field.${name}`)}
        description={helpOf(t, name)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={shown}
        onChange={(event) => onType(event.currentTarget.value)}
        error={problem(path)}
        errorProps={{ 'data-testid': 'field-error' }}
        rightSection={unit === undefined ? undefined : <span className="field-unit">{unit}</span>}
        inputMode={numeric ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        list={suggestions?.length ? list : undefined}
        data-testid={`device-field-${path}`}
      />
      {suggestions !== undefined && suggestions.length > 0 && (
        <datalist id={list}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** A text. With `orNull`, nothing typed is null. */
export function TextField(
  props: FieldProps & { readonly orNull?: boolean; readonly suggestions?: readonly string[] },
) {
  const { path, orNull = false } = props;
  const { at, set } = useDeviceForm();
  return (
    <Input
      {...props}
      shown={asText(at(path))}
      onType={(text) => set(path, orNull && text === '' ? null : text)}
    />
  );
}

/** A text with characters that nobody can type, written as `\r` or `\x02`. */
export function EscapedField({ path, name }: FieldProps) {
  const { at, set } = useDeviceForm();
  return (
    <Input
      path={path}
      name={name}
      shown={escaped(asText(at(path)))}
      onType={(text) => set(path, unescaped(text))}
    />
  );
}

/** A whole number. What is none stays as it was typed, and is told. With `orNull`, nothing typed is null. */
export function NumberField(
  props: FieldProps & { readonly unit?: string | undefined; readonly orNull?: boolean },
) {
  const { path, orNull = false } = props;
  const { at, set } = useDeviceForm();
  const read = (text: string): Draft => {
    if (orNull && text.trim() === '') return null;
    return /^\d{1,9}$/u.test(text.trim()) ? Number(text) : text;
  };
  return <Input {...props} numeric shown={asText(at(path))} onType={(text) => set(path, read(text))} />;
}

/** A number as it is written in manuals: hexadecimal, so many digits. */
export function HexField({ path, name, digits }: FieldProps & { readonly digits: 2 | 4 }) {
  const { at, set } = useDeviceForm();
  const value = at(path);
  const shown =
    typeof value === 'number' ? value.toString(16).toUpperCase().padStart(digits, '0') : asText(value);
  const read = (text: string): Draft =>
    new RegExp(`^[0-9A-Fa-f]{${digits}}$`, 'u').test(text) ? Number.parseInt(text, 16) : text;
  return <Input path={path} name={name} shown={shown} onType={(text) => set(path, read(text))} unit="hex" />;
}

interface Choice {
  readonly value: string | number;
  readonly label: string;
}

/** One of a closed list. `onChoose` where a choice changes more than its own field. */
export function ChoiceField(
  props: FieldProps & { readonly choices: readonly Choice[]; readonly onChoose?: (value: string) => void },
) {
  const { path, name, choices, onChoose } = props;
  const { t } = useTranslation(namespaces);
  const { at, set, problem } = useDeviceForm();
  const value = asText(at(path));
  const choose = (text: string): void => {
    const chosen = choices.find((choice) => String(choice.value) === text);
    if (onChoose) onChoose(text);
    else if (chosen) set(path, chosen.value);
  };
  return (
    <NativeSelect
      label={t(`deviceFields.field.${name}`)}
      description={helpOf(t, name)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      error={problem(path)}
      data={choices.map((choice) => ({ value: String(choice.value), label: choice.label }))}
      data-testid={`device-field-${path}`}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

export function FlagField({ path, name }: FieldProps) {
  const { t } = useTranslation(namespaces);
  const { at, set } = useDeviceForm();
  return (
    <Checkbox
      className="form-wide"
      label={t(`deviceFields.field.${name}`)}
      description={helpOf(t, name)}
      checked={at(path) === true}
      data-testid={`device-field-${path}`}
      onChange={(event) => set(path, event.currentTarget.checked)}
    />
  );
}

/** A group that may be there or not: what it is worth when it is put there, and its fields. */
export function OptionalGroup(
  props: FieldProps & {
    readonly factory: Draft;
    /** What stands there when it is not: null, or nothing at all. */
    readonly none?: null | undefined;
    readonly children: ReactNode;
  },
) {
  const { path, name, factory, none = null, children } = props;
  const { t } = useTranslation(namespaces);
  const { at, set } = useDeviceForm();
  const value = at(path);
  const isThere = value !== null && value !== undefined;
  return (
    <div className="device-group form-wide">
      <Checkbox
        label={t(`deviceFields.field.${name}`)}
        description={helpOf(t, name)}
        checked={isThere}
        data-testid={`device-field-${path}`}
        onChange={(event) => set(path, event.currentTarget.checked ? factory : none)}
      />
      {isThere && <div className="form-grid device-group-fields">{children}</div>}
    </div>
  );
}

export function asText(value: Draft | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
