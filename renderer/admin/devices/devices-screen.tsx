import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import { factoryDevice } from '../../../contract/devices/factory.ts';
import { mostDevices } from '../../../contract/workstation/devices.ts';
import { useDevices } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import { ByteLog } from './byte-log.tsx';
import { ExportButton, ImportButton } from './carry-buttons.tsx';
import { DetectPanel } from './detect-panel.tsx';
import { DeviceLine } from './device-line.tsx';
import { DeviceForm } from './form/device-form.tsx';
import { ImportPanel } from './import-panel.tsx';
import { Notice, ProblemNotice } from './notice.tsx';
import { TrialPanel } from './trial-panel.tsx';
import type { SettingsProblem } from './use-device-settings.ts';
import { useDeviceSettings } from './use-device-settings.ts';
import type { Work } from './work.ts';
import { newDeviceId } from './work.ts';
import '../../forms/forms.css';
import './devices.css';

/** The devices of this station: what there is, what is plugged in, how each is set up, and whether it works. */
export default function DevicesScreen() {
  const { t } = useTranslation(namespaces);
  const settings = useDeviceSettings();
  const { data: states = [] } = useDevices();
  const [work, setWork] = useState<Work | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [problem, setProblem] = useState<SettingsProblem | null>(null);
  const list = useRef<HTMLElement>(null);
  const { devices = [], busy } = settings;
  const full = devices.length >= mostDevices;

  const begin = (next: Work | null, words: string | null = null): void => {
    setWork(next);
    setTold(words);
    setProblem(null);
    // What had the focus is gone: work by keyboard goes on in the list.
    if (next === null) list.current?.focus();
  };
  const fail = (wrong: SettingsProblem): void => {
    setTold(null);
    setProblem(wrong);
  };
  const save = async (config: DeviceConfig): Promise<void> => {
    const isKnown = devices.some(({ id }) => id === config.id);
    const wrong = await settings.save(
      isKnown ? devices.map((one) => (one.id === config.id ? config : one)) : [...devices, config],
    );
    if (wrong) fail(wrong);
    else begin(null, t('deviceSetup.saved'));
  };
  const remove = async (config: DeviceConfig): Promise<void> => {
    const wrong = await settings.save(devices.filter(({ id }) => id !== config.id));
    if (wrong) fail(wrong);
    else begin(null, t('deviceSetup.removed', { name: config.name }));
  };
  const chosen =
    work?.kind === 'trial' || work?.kind === 'edit'
      ? work.config.id
      : work?.kind === 'bytes'
        ? work.device
        : '';

  return (
    <>
      <div className="office-head">
        <h1 id="office-devices">{t('deviceSetup.title')}</h1>
        <div className="office-head-acts">
          <ImportButton onRead={(read) => begin(read)} onProblem={fail} />
          <ExportButton
            onProblem={fail}
            onDone={(file) => begin(work, t('deviceSetup.carry.exported', { file }))}
          />
          <Button
            variant="default"
            disabled={full}
            data-testid="device-add"
            onClick={() =>
              begin({ kind: 'edit', config: factoryDevice('scanner', newDeviceId('scanner')), isNew: true })
            }
          >
            {t('deviceSetup.add')}
          </Button>
          <Button data-testid="device-find" onClick={() => begin({ kind: 'detect' })}>
            {t('deviceSetup.find')}
          </Button>
        </div>
      </div>
      <div className="devices-body">
        <section ref={list} className="devices-list" aria-label={t('deviceSetup.list')} tabIndex={0}>
          <ProblemNotice problem={problem} />
          {told !== null && <Notice state="done" text={told} />}
          {full && <p className="form-quiet">{t('deviceSetup.full', { most: mostDevices })}</p>}
          {settings.devices !== undefined && states.length === 0 && (
            <div className="teach">
              <strong>{t('deviceSetup.none')}</strong>
              <p>{t('deviceSetup.noneHelp')}</p>
            </div>
          )}
          {settings.devices !== undefined && (
            <ul className="card-list">
              {states.map((state) => (
                <DeviceLine
                  key={state.id}
                  state={state}
                  config={devices.find(({ id }) => id === state.id) ?? null}
                  chosen={state.id === chosen}
                  onWork={begin}
                  onRemove={(config) => void remove(config)}
                />
              ))}
            </ul>
          )}
        </section>
        <section className="devices-work" data-testid="device-work" data-work={work?.kind ?? 'none'}>
          <WorkView
            work={work}
            devices={devices}
            busy={busy}
            begin={begin}
            save={(config) => void save(config)}
            importText={(text) =>
              void settings
                .importText(text)
                .then((wrong) => (wrong ? fail(wrong) : begin(null, t('deviceSetup.carry.done'))))
            }
          />
        </section>
      </div>
    </>
  );
}

interface WorkViewProps {
  readonly work: Work | null;
  readonly devices: readonly DeviceConfig[];
  readonly busy: boolean;
  readonly begin: (work: Work | null) => void;
  readonly save: (config: DeviceConfig) => void;
  readonly importText: (text: string) => void;
}

function WorkView({ work, devices, busy, begin, save, importText }: WorkViewProps) {
  const { t } = useTranslation(namespaces);
  const close = (): void => begin(null);
  switch (work?.kind) {
    case undefined:
      return <p className="teach">{t('deviceSetup.teach')}</p>;
    case 'detect':
      return (
        <DetectPanel
          devices={devices}
          onClose={close}
          onAdd={(config) => begin({ kind: 'edit', config, isNew: true })}
        />
      );
    case 'edit':
      return (
        <DeviceForm
          key={work.config.id}
          config={work.config}
          isNew={work.isNew}
          busy={busy}
          onSave={save}
          onClose={close}
        />
      );
    case 'trial':
      return <TrialPanel key={work.config.id} config={work.config} onClose={close} />;
    case 'bytes':
      return <ByteLog key={work.device} device={work.device} name={work.name} onClose={close} />;
    case 'import':
      return (
        <ImportPanel
          work={work}
          devices={devices}
          busy={busy}
          onImport={() => importText(work.text)}
          onClose={close}
        />
      );
  }
}
