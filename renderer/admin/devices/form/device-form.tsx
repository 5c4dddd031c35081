import { Button } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceConfig, DeviceKind } from '../../../../contract/devices/config.ts';
import { factoryDevice } from '../../../../contract/devices/factory.ts';
import { useSaveKey } from '../../../forms/use-save-key.ts';
import { namespaces } from '../../../i18n/start.ts';
import { Panel } from '../panel.tsx';
import { TrialView } from '../trial-view.tsx';
import { newDeviceId } from '../work.ts';
import { CardFields } from './card-fields.tsx';
import type { Draft } from './draft.ts';
import { draftOf, withValue } from './draft.ts';
import { DriveFields } from './drive-fields.tsx';
import { checkDraft } from './faults.ts';
import { asText, ChoiceField, FlagField, NumberField, TextField } from './fields.tsx';
import { FormProvider, useDeviceForm } from './form-context.tsx';
import { GateFields } from './gate-fields.tsx';
import { PrinterFields } from './printer-fields.tsx';
import { RfidFields } from './rfid-fields.tsx';
import { ScannerFields } from './scanner-fields.tsx';
import { TransportFields } from './transport-fields.tsx';
import { TurnstileFields } from './turnstile-fields.tsx';

interface DeviceFormProps {
  readonly config: DeviceConfig;
  readonly isNew: boolean;
  readonly busy: boolean;
  readonly onSave: (config: DeviceConfig) => void;
  readonly onClose: () => void;
}

/** A device being set up: tried as it is typed, saved only when all of it is right. */
export function DeviceForm({ config, isNew, busy, onSave, onClose }: DeviceFormProps) {
  const { t } = useTranslation(namespaces);
  const [draft, setDraft] = useState<Draft>(() => draftOf(config));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [pressed, setPressed] = useState(false);
  const [tried, setTried] = useState<{ readonly draft: Draft; readonly config: DeviceConfig } | null>(null);
  const fields = useRef<HTMLDivElement>(null);
  const checked = useMemo(() => checkDraft(draft), [draft]);

  const change = useCallback((values: Readonly<Record<string, Draft | undefined>>): void => {
    const changes = Object.entries(values);
    setDraft((before) => changes.reduce((next, [path, value]) => withValue(next, path, value), before));
    setTouched((before) => new Set([...before, ...changes.map(([path]) => path)]));
  }, []);
  const isTold = useCallback((path: string) => pressed || touched.has(path), [pressed, touched]);
  const whenRight = (run: (config: DeviceConfig) => void): void => {
    if (checked.config) return run(checked.config);
    setPressed(true);
    // After the errors are painted: the first of them is where the work goes on.
    requestAnimationFrame(() => fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const save = (): void => whenRight(onSave);
  useSaveKey(save);

  const isTried = tried !== null && tried.draft === draft;
  return (
    <Panel
      title={isNew ? t('deviceSetup.form.add') : t('deviceSetup.form.edit')}
      onClose={onClose}
      foot={
        <>
          {pressed && checked.faults.size > 0 && (
            <p className="field-problem" role="alert" data-testid="device-faults">
              {t('deviceSetup.form.faults', { count: checked.faults.size })}
            </p>
          )}
          <div className="form-acts">
            <Button
              variant="default"
              aria-pressed={isTried}
              title={t('deviceSetup.form.tryHelp')}
              data-testid="device-form-try"
              onClick={() =>
                isTried ? setTried(null) : whenRight((right) => setTried({ draft, config: right }))
              }
            >
              {isTried ? t('deviceSetup.form.stopTry') : t('deviceSetup.form.try')}
            </Button>
            <span className="device-panel-space" />
            <Button variant="subtle" onClick={onClose}>
              {t('forms.cancel')}
            </Button>
            <Button loading={busy} data-testid="device-save" onClick={save}>
              {t('deviceSetup.form.save')}
            </Button>
          </div>
        </>
      }
    >
      {isTried && <TrialView key={JSON.stringify(tried.config)} config={tried.config} />}
      <div ref={fields} className="device-form" data-testid="device-form">
        <FormProvider draft={draft} faults={checked.faults} isTold={isTold} onSet={change}>
          <Fields isNew={isNew} onDraft={setDraft} />
        </FormProvider>
      </div>
    </Panel>
  );
}

const kinds = [
  'scanner',
  'printer',
  'rfid',
  'gate',
  'card-reader',
  'relay',
  'turnstile',
] as const satisfies readonly DeviceKind[];

function Fields({ isNew, onDraft }: { readonly isNew: boolean; readonly onDraft: (draft: Draft) => void }) {
  const { t } = useTranslation(namespaces);
  const { at } = useDeviceForm();
  const kind = kinds.find((one) => one === at('kind')) ?? 'scanner';
  return (
    <>
      <fieldset className="device-part">
        <legend>{t('deviceSetup.form.general')}</legend>
        <div className="form-grid">
          <TextField path="name" name="name" />
          {isNew && (
            <ChoiceField
              path="kind"
              name="kind"
              choices={kinds.map((value) => ({ value, label: t(`devices.${value}`) }))}
              onChoose={(text) => {
                const next = kinds.find((one) => one === text) ?? kind;
                onDraft(draftOf({ ...factoryDevice(next, newDeviceId(next)), name: asText(at('name')) }));
              }}
            />
          )}
        </div>
      </fieldset>
      <fieldset className="device-part">
        <legend>{t('deviceSetup.form.line')}</legend>
        <div className="form-grid">
          <TransportFields kind={kind} />
        </div>
      </fieldset>
      <fieldset className="device-part">
        <legend>{t('deviceSetup.form.own')}</legend>
        <div className="form-grid">
          <OwnFields kind={kind} />
        </div>
      </fieldset>
    </>
  );
}

function OwnFields({ kind }: { readonly kind: DeviceKind }) {
  switch (kind) {
    case 'scanner':
      return <ScannerFields />;
    case 'printer':
      return <PrinterFields />;
    case 'rfid':
      return <RfidFields />;
    case 'gate':
      return <GateFields />;
    case 'relay':
      return (
        <>
          <DriveFields path="drive" />
          <NumberField path="channels" name="channels" />
          <FlagField path="offAtStart" name="offAtStart" />
        </>
      );
    case 'turnstile':
      return <TurnstileFields />;
    case 'card-reader':
      return <CardFields />;
  }
}
