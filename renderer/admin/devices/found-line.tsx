import { Button } from '@mantine/core';
import { IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import type { FoundDevice } from '../../../contract/devices/detection.ts';
import { factoryFraming } from '../../../contract/devices/factory.ts';
import { deviceIcons } from '../../devices/device-icons.ts';
import { namespaces } from '../../i18n/start.ts';
import { lineWords } from './line-words.ts';
import { ProbeAnswer } from './probe-answer.tsx';
import { useProbe } from './use-probe.ts';
import { newDeviceId } from './work.ts';

interface FoundLineProps {
  readonly found: FoundDevice;
  /** Whether a device is set up on this line already. */
  readonly isSetUp: boolean;
  readonly onAdd: (config: DeviceConfig) => void;
}

/** Something that is plugged in: what it seems to be, and what to do about it. */
export function FoundLine({ found, isSetUp, onAdd }: FoundLineProps) {
  const { t } = useTranslation(namespaces);
  const { probing, ask } = useProbe();
  const { transport, label, maker, model, kind, advice, suggestion } = found;
  const Icon = kind === null ? IconQuestionMark : deviceIcons[kind].well;
  const name = [maker, model === label ? '' : model].filter(Boolean).join(' ');
  const byHand = (): void =>
    onAdd({ id: newDeviceId('scanner'), kind: 'scanner', name, transport, framing: factoryFraming });
  return (
    <li className="device-line" data-testid="device-found" data-advice={advice}>
      <Icon aria-hidden size="1.6rem" stroke={1.6} />
      <div className="device-words">
        <p className="device-name">
          <b>{label || name || t('deviceSetup.detect.unknown')}</b>
          {name !== '' && <span>{name}</span>}
          {isSetUp && <span className="state-tag">{t('deviceSetup.detect.known')}</span>}
        </p>
        <p className="form-quiet">
          {kind ? t(`devices.${kind}`) : t('deviceSetup.detect.unknown')} · {lineWords(t, transport)}
        </p>
        <p>{t(`deviceSetup.detect.advice.${advice}`)}</p>
        {!isSetUp && (
          <p className="device-acts">
            {suggestion && (
              <Button
                size="xs"
                aria-label={t('deviceSetup.detect.addOf', { name: label })}
                data-testid="device-found-add"
                onClick={() => onAdd(suggestion)}
              >
                {t('deviceSetup.detect.add')}
              </Button>
            )}
            {advice === 'probe' && (
              <>
                <Button
                  size="xs"
                  loading={probing.state === 'asking'}
                  aria-label={t('deviceSetup.detect.askOf', { name: label })}
                  data-testid="device-found-ask"
                  onClick={() => ask(transport)}
                >
                  {t('deviceSetup.detect.ask')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('deviceSetup.detect.byHandOf', { name: label })}
                  data-testid="device-found-by-hand"
                  onClick={byHand}
                >
                  {t('deviceSetup.detect.byHand')}
                </Button>
              </>
            )}
          </p>
        )}
        <ProbeAnswer probing={probing} isNetwork={false} onAdd={onAdd} />
      </div>
    </li>
  );
}
