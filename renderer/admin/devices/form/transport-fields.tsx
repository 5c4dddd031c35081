import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeviceKind, Transport } from '../../../../contract/devices/config.ts';
import { rfidFamilies } from '../../../../contract/devices/config.ts';
import type { Detected } from '../../../../contract/devices/detection.ts';
import { keys } from '../../../connection/keys.ts';
import { namespaces } from '../../../i18n/start.ts';
import { lineDraft } from './draft.ts';
import { ChoiceField, HexField, NumberField, TextField } from './fields.tsx';
import { useDeviceForm } from './form-context.tsx';
import { transportsOf } from './transports-of.ts';

const speeds = [1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600];

/** How the bytes travel: the ways this kind of device knows, and what the chosen one takes. */
export function TransportFields({ kind }: { readonly kind: DeviceKind }) {
  const { t } = useTranslation(namespaces);
  const { draft, at, set } = useDeviceForm();
  const ways = transportsOf(draft);
  const way = at('transport.kind');
  const family = rfidFamilies.find((one) => one === at('family'));
  const choose = (text: string): void => {
    const next = ways.find((one) => one === text);
    if (next) set('transport', lineDraft(next, { kind, ...(family ? { family } : {}) }));
  };
  return (
    <>
      {ways.length > 1 && (
        <ChoiceField
          path="transport.kind"
          name="transport"
          choices={ways.map((value) => ({ value, label: t(`deviceFields.way.${value}`) }))}
          onChoose={choose}
        />
      )}
      <Line way={ways.find((one) => one === way)} />
    </>
  );
}

function Line({ way }: { readonly way: Transport['kind'] | undefined }) {
  const { t } = useTranslation(namespaces);
  const { at } = useDeviceForm();
  const found = useFound();
  switch (way) {
    case 'serial': {
      const own = at('transport.baudRate');
      const known = typeof own === 'number' && !speeds.includes(own) ? [own, ...speeds] : speeds;
      const ports = found.flatMap(({ transport }) => (transport.kind === 'serial' ? [transport.path] : []));
      return (
        <>
          <TextField path="transport.path" name="path" suggestions={ports} />
          <ChoiceField
            path="transport.baudRate"
            name="baudRate"
            choices={known.map((value) => ({ value, label: `${value} baud` }))}
          />
          <ChoiceField
            path="transport.parity"
            name="parity"
            choices={(['none', 'even', 'odd'] as const).map((value) => ({
              value,
              label: t(`deviceFields.parity.${value}`),
            }))}
          />
        </>
      );
    }
    case 'tcp':
      return (
        <>
          <TextField path="transport.host" name="host" />
          <NumberField path="transport.port" name="port" />
        </>
      );
    case 'listen':
      return (
        <>
          <TextField path="transport.host" name="listenHost" />
          <NumberField path="transport.port" name="port" />
        </>
      );
    case 'hid':
      return (
        <>
          <HexField path="transport.vendorId" name="vendorId" digits={4} />
          <HexField path="transport.productId" name="productId" digits={4} />
        </>
      );
    case 'file':
      return <TextField path="transport.path" name="file" />;
    case 'spooler': {
      const queues = found.flatMap(({ transport }) =>
        transport.kind === 'spooler' ? [transport.printer] : [],
      );
      return <TextField path="transport.printer" name="queue" suggestions={queues} />;
    }
    case 'pcsc':
      return <TextField path="transport.reader" name="reader" />;
    case undefined:
      return null;
  }
}

/** What the last search found, offered while a line is typed. */
function useFound(): Detected['devices'] {
  return useQueryClient().getQueryData<Detected | null>(keys.detected)?.devices ?? [];
}
