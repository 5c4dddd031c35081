import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';
import type { VirtualDeviceState } from './virtual-device.ts';

interface DeviceHeadProps {
  readonly device: VirtualDeviceState;
  readonly icon: ReactNode;
  readonly onPlug: (plugged: boolean) => void;
}

/** Name of a virtual device, its line, and its plug. */
export function DeviceHead({ device, icon, onPlug }: DeviceHeadProps) {
  const { t } = useTranslation(namespaces);
  return (
    <div className="virtual-head">
      {icon}
      <h3>
        {t(`training.${device.kind}`)}
        <span title={device.line}>{t('training.line', { line: device.line })}</span>
      </h3>
      <Switch
        size="sm"
        checked={device.plugged}
        onChange={(event) => onPlug(event.currentTarget.checked)}
        label={device.plugged ? t('training.plugged') : t('training.unplugged')}
        data-testid={`training-plug-${device.kind}`}
      />
    </div>
  );
}
