import { IconDoor } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';
import { CodesForm } from './codes-form.tsx';
import { DeviceHead } from './device-head.tsx';
import { useTrainingCalls } from './use-training-calls.ts';
import type { VirtualDeviceState } from './virtual-device.ts';

/** Books carried out of the door: what its tags say decides whether the gate alarms. */
export function VirtualGate({ device }: { readonly device: VirtualDeviceState }) {
  const { t } = useTranslation(namespaces);
  const calls = useTrainingCalls();
  return (
    <section
      className="virtual virtual-pad"
      data-testid="training-gate"
      data-device-id={device.id}
      data-plugged={device.plugged}
    >
      <DeviceHead
        device={device}
        icon={<IconDoor aria-hidden size="1.4rem" stroke={1.7} />}
        onPlug={(plugged) => calls.plug(device.id, plugged)}
      />
      {calls.failed && <p role="alert">{t('training.failed')}</p>}
      <CodesForm
        label={t('training.gateCodes')}
        action={t('training.walk')}
        testId="training-gate"
        onCodes={(codes) => calls.walk(device.id, codes)}
      />
    </section>
  );
}
