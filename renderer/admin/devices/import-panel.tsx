import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import { namespaces } from '../../i18n/start.ts';
import { Panel } from './panel.tsx';
import { settingsChange } from './settings-change.ts';
import type { Work } from './work.ts';

interface ImportPanelProps {
  readonly work: Extract<Work, { kind: 'import' }>;
  readonly devices: readonly DeviceConfig[];
  readonly busy: boolean;
  readonly onImport: () => void;
  readonly onClose: () => void;
}

const parts = ['added', 'changed', 'removed', 'same'] as const;

/** What a file would change, by name, before it does. */
export function ImportPanel({ work, devices, busy, onImport, onClose }: ImportPanelProps) {
  const { t } = useTranslation(namespaces);
  const change = settingsChange(devices, work.devices);
  const changes = change.added.length + change.changed.length + change.removed.length;
  return (
    <Panel
      title={t('deviceSetup.carry.title', { file: work.file })}
      onClose={onClose}
      foot={
        <div className="form-acts form-acts-end">
          <Button variant="subtle" onClick={onClose}>
            {t('forms.cancel')}
          </Button>
          <Button
            loading={busy}
            disabled={changes === 0}
            data-testid="device-import-confirm"
            onClick={onImport}
          >
            {t('deviceSetup.carry.confirm')}
          </Button>
        </div>
      }
    >
      <p>{changes === 0 ? t('deviceSetup.carry.nothing') : t('deviceSetup.carry.help')}</p>
      <dl className="facts" data-testid="device-import-change">
        {parts
          .filter((part) => change[part].length > 0)
          .map((part) => (
            <div key={part} className="facts-line">
              <dt>{t(`deviceSetup.carry.${part}`)}</dt>
              <dd>{change[part].join(', ')}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  );
}
