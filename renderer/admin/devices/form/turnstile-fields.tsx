import { useTranslation } from 'react-i18next';
import { namespaces } from '../../../i18n/start.ts';
import type { Draft } from './draft.ts';
import { lineDraft } from './draft.ts';
import { CarriageField, DriveFields } from './drive-fields.tsx';
import { ChoiceField, NumberField, OptionalGroup } from './fields.tsx';
import { useDeviceForm } from './form-context.tsx';

const methods = ['one-tech', 'relay', 'modbus'] as const;
type Method = (typeof methods)[number];
const passage = { coil: 0, opens: 'pulse', pulseMs: 500, confirmation: null } as const;
const factory: Readonly<Record<Method, Draft>> = {
  'one-tech': { kind: 'one-tech', inward: 'A', passTimeoutMs: 15_000 },
  relay: {
    kind: 'relay',
    drive: { kind: 'usb-hid', variant: 'usbrelay', serial: null },
    channels: { in: 1, out: null },
    pulseMs: 500,
  },
  modbus: {
    kind: 'modbus',
    carriage: 'rtu',
    unit: 1,
    timeoutMs: 1_000,
    in: passage,
    out: null,
    pollMs: 200,
    passTimeoutMs: 15_000,
  },
};
const lines = { 'one-tech': 'serial', relay: 'hid', modbus: 'serial' } as const;

/** How the turnstile is told to open, and how it tells that somebody passed. */
export function TurnstileFields() {
  const { t } = useTranslation(namespaces);
  const { at, setAll } = useDeviceForm();
  const kind = at('method.kind');
  const choose = (text: string): void => {
    const next = methods.find((one) => one === text) ?? 'one-tech';
    setAll({ method: factory[next], transport: lineDraft(lines[next], { kind: 'relay' }) });
  };
  return (
    <>
      <ChoiceField
        path="method.kind"
        name="method"
        choices={methods.map((value) => ({ value, label: t(`deviceFields.method.${value}`) }))}
        onChoose={choose}
      />
      {kind === 'one-tech' && (
        <ChoiceField
          path="method.inward"
          name="inward"
          choices={[
            { value: 'A', label: 'A' },
            { value: 'B', label: 'B' },
          ]}
        />
      )}
      {kind === 'relay' && (
        <>
          <DriveFields path="method.drive" />
          <NumberField path="method.channels.in" name="channelIn" orNull />
          <NumberField path="method.channels.out" name="channelOut" orNull />
          <NumberField path="method.pulseMs" name="pulseMs" unit="ms" />
        </>
      )}
      {kind === 'modbus' && (
        <>
          <CarriageField path="method.carriage" />
          <NumberField path="method.unit" name="unit" />
          <NumberField path="method.timeoutMs" name="timeoutMs" unit="ms" />
          <NumberField path="method.pollMs" name="pollMs" unit="ms" />
        </>
      )}
      {kind !== 'relay' && <NumberField path="method.passTimeoutMs" name="passTimeoutMs" unit="ms" />}
      {kind === 'modbus' && (
        <>
          <Passage path="method.in" name="passageIn" />
          <Passage path="method.out" name="passageOut" />
        </>
      )}
    </>
  );
}

/** One direction of a Modbus turnstile. */
function Passage({ path, name }: { readonly path: string; readonly name: 'passageIn' | 'passageOut' }) {
  const { t } = useTranslation(namespaces);
  return (
    <OptionalGroup path={path} name={name} factory={passage}>
      <NumberField path={`${path}.coil`} name="coil" />
      <ChoiceField
        path={`${path}.opens`}
        name="opens"
        choices={(['pulse', 'hold'] as const).map((value) => ({
          value,
          label: t(`deviceFields.opens.${value}`),
        }))}
      />
      <NumberField path={`${path}.pulseMs`} name="pulseMs" unit="ms" />
      <OptionalGroup
        path={`${path}.confirmation`}
        name="confirmation"
        factory={{ source: 'discrete-input', address: 0, when: 'set' }}
      >
        <ChoiceField
          path={`${path}.confirmation.source`}
          name="source"
          choices={(['coil', 'discrete-input', 'holding-register', 'input-register'] as const).map(
            (value) => ({
              value,
              label: t(`deviceFields.source.${value}`),
            }),
          )}
        />
        <NumberField path={`${path}.confirmation.address`} name="register" />
        <ChoiceField
          path={`${path}.confirmation.when`}
          name="when"
          choices={(['set', 'counts'] as const).map((value) => ({
            value,
            label: t(`deviceFields.when.${value}`),
          }))}
        />
      </OptionalGroup>
    </OptionalGroup>
  );
}
