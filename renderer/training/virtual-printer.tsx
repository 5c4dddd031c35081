import { Switch } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PaperSlip } from '../../contract/devices/drivers.ts';
import { namespaces } from '../i18n/start.ts';
import { DeviceHead } from './device-head.tsx';
import { PaperView } from './paper-view.tsx';
import type { VirtualDeviceState } from './virtual-device.ts';
import { useTrainingCalls } from './use-training-calls.ts';

/** Slips on the table; what came out before lies in the folder. */
const slipsOnTable = 12;

interface VirtualPrinterProps {
  readonly device: VirtualDeviceState;
  /** Newest first. */
  readonly slips: readonly PaperSlip[];
}

/** A printer that reads real bytes and lets the paper come out here. */
export function VirtualPrinter({ device, slips }: VirtualPrinterProps) {
  const { t } = useTranslation(namespaces);
  const { plug, paper, failed } = useTrainingCalls();
  return (
    <section
      className="virtual virtual-printer"
      data-testid="training-printer"
      data-device-id={device.id}
      data-plugged={device.plugged}
      data-paper={device.paper}
      data-slips={slips.length}
    >
      <DeviceHead
        device={device}
        icon={<IconPrinter aria-hidden size="1.4rem" stroke={1.7} />}
        onPlug={(plugged) => plug(device.id, plugged)}
      />
      <div className="virtual-paper">
        <span className="virtual-quiet">
          {slips.length > 0 && t('training.slipCount', { count: slips.length })}
        </span>
        <Switch
          size="sm"
          checked={device.paper === 'ok'}
          onChange={(event) => paper(device.id, event.currentTarget.checked ? 'ok' : 'out')}
          label={device.paper === 'ok' ? t('training.paperOk') : t('training.paperOut')}
          data-testid="training-paper"
        />
      </div>
      {failed && <p role="alert">{t('training.failed')}</p>}
      <div className="mouth" aria-hidden />
      {slips.length === 0 ? (
        <p className="virtual-quiet virtual-no-paper">{t('training.noPaper')}</p>
      ) : (
        // Focusable so that the paper can be scrolled by keyboard.
        <ul
          className="papers"
          tabIndex={0}
          aria-label={t('training.slipCount', { count: slips.length })}
          data-testid="training-papers"
        >
          {slips.slice(0, slipsOnTable).map((slip) => (
            <PaperView key={slip.id} slip={slip} />
          ))}
        </ul>
      )}
    </section>
  );
}
