import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import { transportSchema } from '../../../contract/devices/config.ts';
import { namespaces } from '../../i18n/start.ts';
import { ProbeAnswer } from './probe-answer.tsx';
import { useProbe } from './use-probe.ts';
import { newDeviceId } from './work.ts';

/** A device on the network: its address typed, asked, or added without asking. */
export function NetworkProbe({ onAdd }: { readonly onAdd: (config: DeviceConfig) => void }) {
  const { t } = useTranslation(namespaces);
  const { probing, ask } = useProbe();
  const [host, setHost] = useState('');
  const [port, setPort] = useState('9100');
  const [told, setTold] = useState(false);
  const read = transportSchema.safeParse({
    kind: 'tcp',
    host: host.trim(),
    port: /^\d{1,9}$/u.test(port.trim()) ? Number(port) : port,
  });
  const wrong = (name: 'host' | 'port'): boolean =>
    told && read.error?.issues.some(({ path }) => path.includes(name)) === true;
  const withTransport = (
    run: (transport: Extract<DeviceConfig['transport'], { kind: 'tcp' }>) => void,
  ): void => {
    setTold(true);
    if (read.success && read.data.kind === 'tcp') run(read.data);
  };
  return (
    <fieldset className="device-group" data-testid="device-network">
      <legend>{t('deviceSetup.detect.network')}</legend>
      <p className="form-quiet">{t('deviceSetup.detect.networkHelp')}</p>
      <div className="device-pair">
        <TextInput
          label={t('deviceFields.field.host')}
          value={host}
          onChange={(event) => setHost(event.currentTarget.value)}
          error={wrong('host') ? t('deviceSetup.fault.empty') : null}
          errorProps={{ 'data-testid': 'field-error' }}
          autoComplete="off"
          spellCheck={false}
          data-testid="device-network-host"
        />
        <TextInput
          label={t('deviceFields.field.port')}
          value={port}
          onChange={(event) => setPort(event.currentTarget.value)}
          error={wrong('port') ? t('deviceSetup.fault.big', { limit: 65_535 }) : null}
          errorProps={{ 'data-testid': 'field-error' }}
          inputMode="numeric"
          autoComplete="off"
          data-testid="device-network-port"
        />
      </div>
      <div className="form-acts">
        <Button
          size="xs"
          loading={probing.state === 'asking'}
          data-testid="device-network-ask"
          onClick={() => withTransport(ask)}
        >
          {t('deviceSetup.detect.ask')}
        </Button>
        <Button
          size="xs"
          variant="default"
          data-testid="device-network-add"
          onClick={() =>
            withTransport((transport) =>
              onAdd({ id: newDeviceId('printer'), kind: 'printer', name: '', transport, dots: 576 }),
            )
          }
        >
          {t('deviceSetup.detect.byHand')}
        </Button>
      </div>
      <ProbeAnswer probing={probing} isNetwork onAdd={onAdd} />
    </fieldset>
  );
}
