import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import { namespaces } from '../../i18n/start.ts';
import { Panel } from './panel.tsx';
import { TrialView } from './trial-view.tsx';

interface TrialPanelProps {
  readonly config: DeviceConfig;
  readonly onClose: () => void;
}

/** A device that is set up, on trial until the panel is closed. */
export function TrialPanel({ config, onClose }: TrialPanelProps) {
  const { t } = useTranslation(namespaces);
  return (
    <Panel
      title={t('deviceSetup.trial.title', { name: config.name })}
      onClose={onClose}
      foot={
        <div className="form-acts form-acts-end">
          <Button data-testid="device-trial-stop" onClick={onClose}>
            {t('deviceSetup.trial.stop')}
          </Button>
        </div>
      }
    >
      <TrialView config={config} />
    </Panel>
  );
}
