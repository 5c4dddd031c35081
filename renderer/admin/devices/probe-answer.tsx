import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import { namespaces } from '../../i18n/start.ts';
import { Notice } from './notice.tsx';
import type { Probing } from './use-probe.ts';

interface ProbeAnswerProps {
  readonly probing: Probing;
  readonly isNetwork: boolean;
  readonly onAdd: (config: DeviceConfig) => void;
}

/** That a line is being asked, who answered, or what to check when nobody did. */
export function ProbeAnswer({ probing, isNetwork, onAdd }: ProbeAnswerProps) {
  const { t } = useTranslation(namespaces);
  switch (probing.state) {
    case 'idle':
      return null;
    case 'asking':
      return (
        <p className="device-asking" role="status" data-testid="device-asking">
          <Loader size="xs" aria-hidden /> {t('deviceSetup.detect.asking')}
        </p>
      );
    case 'nobody':
      return (
        <Notice
          state="question"
          text={isNetwork ? t('deviceSetup.detect.nobodyTcp') : t('deviceSetup.detect.nobody')}
        />
      );
    case 'answered': {
      const { kind, model, firmware, suggestion } = probing.probed;
      return (
        <Notice state="done" text={t('deviceSetup.detect.answered', { kind: t(`devices.${kind}`), model })}>
          {firmware !== '' && <p className="form-quiet">{t('deviceSetup.detect.firmware', { firmware })}</p>}
          <p>
            <Button
              size="xs"
              aria-label={t('deviceSetup.detect.addOf', { name: model })}
              data-testid="device-probed-add"
              onClick={() => onAdd(suggestion)}
            >
              {t('deviceSetup.detect.add')}
            </Button>
          </p>
        </Notice>
      );
    }
  }
}
