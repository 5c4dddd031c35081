import { useTranslation } from 'react-i18next';
import { namespaces } from '../../../i18n/start.ts';
import type { Draft } from './draft.ts';
import { lineDraft } from './draft.ts';
import { ChoiceField, NumberField, TextField } from './fields.tsx';
import { useDeviceForm } from './form-context.tsx';

const drives = ['usb-hid', 'lcus', 'modbus'] as const;
const factory: Readonly<Record<(typeof drives)[number], Draft>> = {
  'usb-hid': { kind: 'usb-hid', variant: 'usbrelay', serial: null },
  lcus: { kind: 'lcus' },
  modbus: { kind: 'modbus', carriage: 'rtu', unit: 1, firstCoil: 0, timeoutMs: 1_000 },
};
const lines = { 'usb-hid': 'hid', lcus: 'serial', modbus: 'serial' } as const;

/** What kind of board a relay is, at `path`; choosing one chooses its line. */
export function DriveFields({ path }: { readonly path: 'drive' | 'method.drive' }) {
  const { t } = useTranslation(namespaces);
  const { at, setAll } = useDeviceForm();
  const kind = at(`${path}.kind`);
  const choose = (text: string): void => {
    const next = drives.find((one) => one === text) ?? 'usb-hid';
    setAll({ [path]: factory[next], transport: lineDraft(lines[next], { kind: 'relay' }) });
  };
  return (
    <>
      <ChoiceField
        path={`${path}.kind`}
        name="drive"
        choices={drives.map((value) => ({ value, label: t(`deviceFields.drive.${value}`) }))}
        onChoose={choose}
      />
      {kind === 'usb-hid' && (
        <>
          <ChoiceField
            path={`${path}.variant`}
            name="variant"
            choices={(['usbrelay', 'ucreate'] as const).map((value) => ({
              value,
              label: t(`deviceFields.variant.${value}`),
            }))}
          />
          <TextField path={`${path}.serial`} name="relaySerial" orNull />
        </>
      )}
      {kind === 'modbus' && (
        <>
          <CarriageField path={`${path}.carriage`} />
          <NumberField path={`${path}.unit`} name="unit" />
          <NumberField path={`${path}.firstCoil`} name="firstCoil" />
          <NumberField path={`${path}.timeoutMs`} name="timeoutMs" unit="ms" />
        </>
      )}
    </>
  );
}

/** RTU or TCP; the line follows. */
export function CarriageField({ path }: { readonly path: string }) {
  const { setAll } = useDeviceForm();
  return (
    <ChoiceField
      path={path}
      name="carriage"
      choices={[
        { value: 'rtu', label: 'Modbus RTU' },
        { value: 'tcp', label: 'Modbus TCP' },
      ]}
      onChoose={(text) =>
        setAll({
          [path]: text === 'tcp' ? 'tcp' : 'rtu',
          transport:
            text === 'tcp' ? lineDraft('tcp', { kind: 'relay' }) : lineDraft('serial', { kind: 'relay' }),
        })
      }
    />
  );
}
