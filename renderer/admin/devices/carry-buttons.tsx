import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceFileSchema } from '../../../contract/devices/device-file.ts';
import { useApi, useInfo } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import type { SettingsProblem } from './use-device-settings.ts';
import type { Work } from './work.ts';

interface ExportButtonProps {
  readonly onDone: (file: string) => void;
  readonly onProblem: (problem: SettingsProblem) => void;
}

/** All settings as a file that another station can take. */
export function ExportButton({ onDone, onProblem }: ExportButtonProps) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const station = useInfo().data?.station ?? '';
  const download = async (): Promise<void> => {
    const text = await api.devices.exportSettings();
    const link = document.createElement('a');
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.href = address;
    link.download = `thiet-bi-${station}.json`;
    link.click();
    URL.revokeObjectURL(address);
    onDone(link.download);
  };
  return (
    <Button
      variant="default"
      data-testid="device-export"
      onClick={() => void download().catch(() => onProblem({ problem: 'no-answer', where: '' }))}
    >
      {t('deviceSetup.export')}
    </Button>
  );
}

interface ImportButtonProps {
  readonly onRead: (work: Extract<Work, { kind: 'import' }>) => void;
  readonly onProblem: (problem: SettingsProblem) => void;
}

/** Picks such a file. Nothing changes before somebody has seen what would. */
export function ImportButton({ onRead, onProblem }: ImportButtonProps) {
  const { t } = useTranslation(namespaces);
  const picker = useRef<HTMLInputElement>(null);
  const read = async (file: File): Promise<void> => {
    const text = await file.text();
    const result = deviceFileSchema.safeParse(parsed(text));
    if (result.success)
      return onRead({ kind: 'import', file: file.name, text, devices: result.data.devices });
    onProblem({ problem: 'not-a-settings-file', where: result.error.issues[0]?.path.join('.') ?? '' });
  };
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        data-testid="device-import-file"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file may be picked again after it was repaired.
          event.currentTarget.value = '';
          if (file)
            void read(file).catch(() => onProblem({ problem: 'not-a-settings-file', where: file.name }));
        }}
      />
      <Button variant="default" data-testid="device-import" onClick={() => picker.current?.click()}>
        {t('deviceSetup.import')}
      </Button>
    </>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return null;
  }
}
