import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../../../i18n/start.ts';
import { lineDraft } from './draft.ts';
import { ChoiceField, FlagField, NumberField, OptionalGroup, TextField } from './fields.tsx';
import { useDeviceForm } from './form-context.tsx';

const counter = { offset: 0, bytes: 4 } as const;

/** Who calls whom, which way is which, and where people are counted. */
export function GateFields() {
  const { t } = useTranslation(namespaces);
  const { at, setAll } = useDeviceForm();
  const polled = at('mode.kind') === 'polled';
  const chooseMode = (text: string): void =>
    setAll(
      text === 'polled'
        ? {
            mode: { kind: 'polled', pollMs: 500, timeoutMs: 1_000 },
            transport: lineDraft('tcp', { kind: 'gate' }),
          }
        : {
            mode: { kind: 'notification', peer: null, acknowledge: true, keepAliveMs: null },
            transport: lineDraft('listen', { kind: 'gate' }),
          },
    );
  return (
    <>
      <ChoiceField
        path="mode.kind"
        name="gateMode"
        choices={(['notification', 'polled'] as const).map((value) => ({
          value,
          label: t(`deviceFields.gateMode.${value}`),
        }))}
        onChoose={chooseMode}
      />
      {polled ? (
        <>
          <NumberField path="mode.pollMs" name="pollMs" unit="ms" />
          <NumberField path="mode.timeoutMs" name="timeoutMs" unit="ms" />
        </>
      ) : (
        <>
          <TextField path="mode.peer" name="peer" orNull />
          <NumberField path="mode.keepAliveMs" name="keepAliveMs" unit="ms" orNull />
          <FlagField path="mode.acknowledge" name="acknowledge" />
        </>
      )}
      <NumberField path="address" name="address" />
      <NumberField path="quietMs" name="quietMs" unit="ms" />
      <Antennas />
      <OptionalGroup path="directions.record" name="recordDirections" factory={{ in: 1, out: 2 }}>
        <NumberField path="directions.record.in" name="recordIn" />
        <NumberField path="directions.record.out" name="recordOut" />
      </OptionalGroup>
      <OptionalGroup
        path="counters"
        name="counters"
        factory={{ command: 0, in: counter, out: { ...counter, offset: 4 }, lowByteFirst: false, ask: null }}
      >
        <NumberField path="counters.command" name="counterCommand" />
        <NumberField path="counters.in.offset" name="counterIn" />
        <CounterBytes path="counters.in.bytes" />
        <NumberField path="counters.out.offset" name="counterOut" />
        <CounterBytes path="counters.out.bytes" />
        <FlagField path="counters.lowByteFirst" name="lowByteFirst" />
        {polled && (
          <OptionalGroup path="counters.ask" name="counterAsk" factory={{ everyMs: 10_000, data: '' }}>
            <NumberField path="counters.ask.everyMs" name="everyMs" unit="ms" />
            <TextField path="counters.ask.data" name="askData" />
          </OptionalGroup>
        )}
      </OptionalGroup>
    </>
  );
}

function CounterBytes({ path }: { readonly path: string }) {
  return (
    <ChoiceField
      path={path}
      name="counterBytes"
      choices={[1, 2, 4].map((value) => ({ value, label: String(value) }))}
    />
  );
}

/** Which antenna stands on which side, where the records do not say. */
function Antennas() {
  const { t } = useTranslation(namespaces);
  const { at, set } = useDeviceForm();
  const path = 'directions.antennas';
  const value = at(path);
  const antennas = Array.isArray(value) ? value : [];
  return (
    <fieldset className="device-group form-wide">
      <legend>{t('deviceFields.antennas')}</legend>
      {antennas.map((_antenna, index) => (
        // Antennas have no name of their own; their place in the list is what they are edited by.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="device-pair">
          <NumberField path={`${path}.${index}.antenna`} name="antenna" />
          <ChoiceField
            path={`${path}.${index}.direction`}
            name="direction"
            choices={(['in', 'out'] as const).map((way) => ({
              value: way,
              label: t(`deviceFields.passWay.${way}`),
            }))}
          />
          <ActionIcon
            variant="subtle"
            aria-label={t('deviceFields.removeAntenna', { number: index + 1 })}
            onClick={() => set(`${path}.${index}`, undefined)}
          >
            <IconTrash aria-hidden size="1rem" stroke={1.7} />
          </ActionIcon>
        </div>
      ))}
      {antennas.length < 16 && (
        <Button
          size="xs"
          variant="default"
          className="start"
          onClick={() => set(path, [...antennas, { antenna: antennas.length + 1, direction: 'out' }])}
        >
          {t('deviceFields.addAntenna')}
        </Button>
      )}
    </fieldset>
  );
}
