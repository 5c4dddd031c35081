import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '../connection/keys.ts';
import { useApi } from '../connection/queries.ts';
import { namespaces } from '../i18n/start.ts';
import { useSettings } from '../ui/page-context.tsx';
import { PanelEdge } from './panel-edge.tsx';
import { VirtualGate } from './virtual-gate.tsx';
import { VirtualPad } from './virtual-pad.tsx';
import { VirtualPrinter } from './virtual-printer.tsx';
import type { VirtualDeviceState } from './virtual-device.ts';
import { VirtualScanner } from './virtual-scanner.tsx';
import './training.css';

/** Virtual devices beside the desk: a person without hardware can do everything. */
export default function TrainingPanel() {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const [{ trainingWidth }, change] = useSettings();
  const { data } = useQuery({ queryKey: keys.training, queryFn: () => api.training.state() });
  const devices = data?.devices ?? [];
  return (
    <aside
      className="training"
      style={{ width: trainingWidth }}
      aria-labelledby="training-title"
      data-testid="training-panel"
    >
      <PanelEdge width={trainingWidth} onWidth={(width) => change({ trainingWidth: width })} />
      <div className="training-head">
        <h2 id="training-title">{t('training.title')}</h2>
        <button
          type="button"
          className="tool"
          aria-label={t('training.close')}
          title={t('training.close')}
          onClick={() => change({ trainingOpen: false })}
        >
          <IconX aria-hidden size="1.2rem" />
        </button>
      </div>
      <div className="training-body">
        <p className="training-help">{t('training.help')}</p>
        {devices.filter(isKind('scanner')).map((device) => (
          <VirtualScanner key={device.id} device={device} pad={devices.find(isKind('rfid'))?.id ?? null} />
        ))}
        {devices.filter(isKind('rfid')).map((device) => (
          <VirtualPad key={device.id} device={device} />
        ))}
        {devices.filter(isKind('gate')).map((device) => (
          <VirtualGate key={device.id} device={device} />
        ))}
        {devices.filter(isKind('printer')).map((device) => (
          <VirtualPrinter
            key={device.id}
            device={device}
            slips={data?.slips.filter((slip) => slip.device === device.id) ?? []}
          />
        ))}
      </div>
    </aside>
  );
}

function isKind(kind: VirtualDeviceState['kind']): (device: VirtualDeviceState) => boolean {
  return (device) => device.kind === kind;
}
