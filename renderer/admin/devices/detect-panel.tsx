import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import type { Detected } from '../../../contract/devices/detection.ts';
import { keys } from '../../connection/keys.ts';
import { useApi } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import { FoundLine } from './found-line.tsx';
import { NetworkProbe } from './network-probe.tsx';
import { Notice } from './notice.tsx';
import { Panel } from './panel.tsx';
import { isSameLine } from './same-line.ts';

interface DetectPanelProps {
  readonly devices: readonly DeviceConfig[];
  readonly onAdd: (config: DeviceConfig) => void;
  readonly onClose: () => void;
}

/** What is plugged into this computer and what may be on the network, each with the next step. */
export function DetectPanel({ devices, onAdd, onClose }: DetectPanelProps) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const { data, isFetching, isError, refetch } = useQuery({
    queryKey: keys.detected,
    queryFn: () => api.devices.detect(),
    // Something was plugged in since: that is why somebody looks.
    refetchOnMount: 'always',
  });
  const failed = !isFetching && (isError || data === null);
  return (
    <Panel
      title={t('deviceSetup.detect.title')}
      onClose={onClose}
      foot={
        <Button
          className="start"
          variant="default"
          loading={isFetching}
          data-testid="device-detect-again"
          onClick={() => void refetch()}
        >
          {t('deviceSetup.detect.again')}
        </Button>
      }
    >
      {isFetching && (
        <p className="device-asking" role="status">
          <Loader size="xs" aria-hidden /> {t('deviceSetup.detect.searching')}
        </p>
      )}
      {failed && <Notice state="refused" text={t('deviceSetup.detect.failed')} />}
      {data && !isFetching && <Found detected={data} devices={devices} onAdd={onAdd} />}
      <NetworkProbe onAdd={onAdd} />
    </Panel>
  );
}

interface FoundProps {
  readonly detected: Detected;
  readonly devices: readonly DeviceConfig[];
  readonly onAdd: (config: DeviceConfig) => void;
}

function Found({ detected, devices, onAdd }: FoundProps) {
  const { t } = useTranslation(namespaces);
  const count = detected.devices.length;
  return (
    <>
      <p role="status" data-testid="device-detected" data-count={count}>
        {count === 0 ? t('deviceSetup.detect.nothing') : t('deviceSetup.detect.found', { count })}
      </p>
      {count > 0 && (
        <ul className="card-list">
          {detected.devices.map((found) => (
            <FoundLine
              key={JSON.stringify(found.transport)}
              found={found}
              isSetUp={devices.some(({ transport }) => isSameLine(transport, found.transport))}
              onAdd={onAdd}
            />
          ))}
        </ul>
      )}
      {detected.problems.map(({ source, words }) => (
        <Notice key={source} state="question" text={t(`deviceSetup.detect.problem.${source}`)}>
          <p className="form-quiet">{t('deviceSetup.detect.system', { words })}</p>
        </Notice>
      ))}
    </>
  );
}
