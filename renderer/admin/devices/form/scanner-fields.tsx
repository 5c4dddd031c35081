import { useTranslation } from 'react-i18next';
import { namespaces } from '../../../i18n/start.ts';
import { ChoiceField, EscapedField } from './fields.tsx';
import { useDeviceForm } from './form-context.tsx';

/** How the scanner wraps a code. One that reports by HID wraps nothing. */
export function ScannerFields() {
  const { t } = useTranslation(namespaces);
  const { at } = useDeviceForm();
  return (
    <>
      {at('transport.kind') !== 'hid' && (
        <>
          <EscapedField path="framing.prefix" name="prefix" />
          <EscapedField path="framing.suffix" name="suffix" />
        </>
      )}
      <ChoiceField
        path="framing.aim"
        name="aim"
        choices={(['auto', 'off'] as const).map((value) => ({
          value,
          label: t(`deviceFields.aim.${value}`),
        }))}
      />
    </>
  );
}
