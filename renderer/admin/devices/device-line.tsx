import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import type { DeviceState } from '../../../contract/devices/drivers.ts';
import { deviceIcons } from '../../devices/device-icons.ts';
import { namespaces } from '../../i18n/start.ts';
import { HealthProblem, HealthTag } from './device-state.tsx';
import { lineWords } from './line-words.ts';
import type { Work } from './work.ts';

interface DeviceLineProps {
  readonly state: DeviceState;
  /** Null for a virtual device, which is not set up here. */
  readonly config: DeviceConfig | null;
  readonly chosen: boolean;
  readonly onWork: (work: Work) => void;
  readonly onRemove: (config: DeviceConfig) => void;
}

/** One device: how it is, what it hangs on, and what can be done with it. */
export function DeviceLine({ state, config, chosen, onWork, onRemove }: DeviceLineProps) {
  const { t } = useTranslation(namespaces);
  const [asked, setAsked] = useState(false);
  const { id, name, kind, health } = state;
  const Icon = health === 'ready' ? deviceIcons[kind].well : deviceIcons[kind].ill;
  return (
    <li
      className="device-line"
      aria-current={chosen ? 'true' : undefined}
      data-testid="device-line"
      data-device-id={id}
      data-health={health}
    >
      <Icon aria-hidden size="1.6rem" stroke={1.6} />
      <div className="device-main">
        <div className="device-words">
          <p className="device-name">
            <b>{name === '' ? t(`devices.${kind}`) : name}</b> <HealthTag state={state} />
            {config === null && (
              <span className="state-tag" title={t('deviceSetup.virtualHelp')}>
                {t('deviceSetup.virtual')}
              </span>
            )}
          </p>
          <p className="form-quiet">
            {t(`devices.${kind}`)}
            {config && ` · ${lineWords(t, config.transport)}`}
          </p>
          <HealthProblem state={state} />
        </div>
        {asked && config ? (
          <p className="device-acts" role="group" aria-label={t('deviceSetup.removeSure', { name })}>
            <span>{t('deviceSetup.removeSure', { name })}</span>
            <Button
              size="xs"
              data-testid="device-remove-sure"
              onClick={() => {
                setAsked(false);
                onRemove(config);
              }}
            >
              {t('deviceSetup.removeYes')}
            </Button>
            {/* The focus is here: Enter, which scanners send, is never a yes. */}
            <Button size="xs" variant="subtle" autoFocus onClick={() => setAsked(false)}>
              {t('forms.cancel')}
            </Button>
          </p>
        ) : (
          <p className="device-acts">
            {config && (
              <>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('deviceSetup.tryOf', { name })}
                  data-testid="device-try"
                  onClick={() => onWork({ kind: 'trial', config })}
                >
                  {t('deviceSetup.try')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('deviceSetup.editOf', { name })}
                  data-testid="device-edit"
                  onClick={() => onWork({ kind: 'edit', config, isNew: false })}
                >
                  {t('deviceSetup.edit')}
                </Button>
              </>
            )}
            <Button
              size="xs"
              variant="default"
              aria-label={t('deviceSetup.bytesOf', { name })}
              data-testid="device-bytes"
              onClick={() => onWork({ kind: 'bytes', device: id, name })}
            >
              {t('deviceSetup.bytes')}
            </Button>
            {config && (
              <Button
                size="xs"
                variant="subtle"
                aria-label={t('deviceSetup.removeOf', { name })}
                data-testid="device-remove"
                onClick={() => setAsked(true)}
              >
                {t('deviceSetup.remove')}
              </Button>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
