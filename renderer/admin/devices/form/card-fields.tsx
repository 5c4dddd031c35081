import { useTranslation } from 'react-i18next';
import { namespaces } from '../../../i18n/start.ts';
import type { Draft } from './draft.ts';
import { ChoiceField, NumberField } from './fields.tsx';
import { useDeviceForm } from './form-context.tsx';

const contents = ['uid', 'ndef', 'pages'] as const;
const formats = ['hex', 'decimal'] as const;
const format: Readonly<Record<(typeof formats)[number], Draft>> = {
  hex: { kind: 'hex', order: 'as-read', letters: 'upper' },
  decimal: { kind: 'decimal', order: 'as-read', digits: 10 },
};
const factory: Readonly<Record<(typeof contents)[number], Draft>> = {
  uid: { kind: 'uid', format: format.hex },
  ndef: { kind: 'ndef' },
  pages: { kind: 'pages', firstPage: 4, bytes: 16, as: 'text' },
};

/** Where a card's number stands, and how it is written. */
export function CardFields() {
  const { t } = useTranslation(namespaces);
  const { at, set } = useDeviceForm();
  const kind = at('content.kind');
  return (
    <>
      <ChoiceField
        path="content.kind"
        name="content"
        choices={contents.map((value) => ({ value, label: t(`deviceFields.content.${value}`) }))}
        onChoose={(text) => set('content', factory[contents.find((one) => one === text) ?? 'uid'])}
      />
      {kind === 'uid' && <UidFields />}
      {kind === 'pages' && (
        <>
          <NumberField path="content.firstPage" name="firstPage" />
          <NumberField path="content.bytes" name="bytes" />
          <ChoiceField
            path="content.as"
            name="as"
            choices={(['text', 'hex'] as const).map((value) => ({
              value,
              label: t(`deviceFields.as.${value}`),
            }))}
          />
        </>
      )}
    </>
  );
}

function UidFields() {
  const { t } = useTranslation(namespaces);
  const { at, set } = useDeviceForm();
  const path = 'content.format';
  return (
    <>
      <ChoiceField
        path={`${path}.kind`}
        name="uidFormat"
        choices={formats.map((value) => ({ value, label: t(`deviceFields.uidFormat.${value}`) }))}
        onChoose={(text) => set(path, format[formats.find((one) => one === text) ?? 'hex'])}
      />
      <ChoiceField
        path={`${path}.order`}
        name="uidOrder"
        choices={(['as-read', 'reversed'] as const).map((value) => ({
          value,
          label: t(`deviceFields.uidOrder.${value}`),
        }))}
      />
      {at(`${path}.kind`) === 'hex' ? (
        <ChoiceField
          path={`${path}.letters`}
          name="letters"
          choices={(['upper', 'lower'] as const).map((value) => ({
            value,
            label: t(`deviceFields.letters.${value}`),
          }))}
        />
      ) : (
        <NumberField path={`${path}.digits`} name="digits" />
      )}
    </>
  );
}
