import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import { useApi } from '../../connection/queries.ts';
import { reasonSentence } from '../../format/reasons.ts';
import { namespaces } from '../../i18n/start.ts';
import { Notice } from './notice.tsx';

interface Came {
  readonly state: 'done' | 'question' | 'refused';
  readonly text: string;
}

/** What can be asked of a device on trial: a test page, the drawer, a pulse, a way through. */
export function TrialActs({ config }: { readonly config: DeviceConfig }) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const [came, setCame] = useState<Came | null>(null);
  const [channel, setChannel] = useState(1);
  const device = config.id;
  const run = async (act: () => Promise<Came>): Promise<void> => {
    setBusy(true);
    setCame(null);
    setCame(await act().catch((): Came => ({ state: 'refused', text: t('deviceSetup.trial.noAnswer') })));
    setBusy(false);
  };
  const print = (what: 'code-pages' | 'drawer') => async (): Promise<Came> => {
    const problem = await api.devices.testPrint({ device, what });
    return problem === null
      ? { state: 'done', text: t('deviceSetup.trial.printed') }
      : { state: 'refused', text: reasonSentence(t, { code: problem, params: {} }) };
  };
  const pulse = async (): Promise<Came> =>
    (await api.devices.pulse({ device, channel, forMs: 1_000 }))
      ? { state: 'done', text: t('deviceSetup.trial.pulsed') }
      : { state: 'refused', text: t('deviceSetup.trial.notPulsed') };
  const open = (direction: 'in' | 'out') => async (): Promise<Came> => {
    const outcome = await api.devices.openTurnstile({ device, direction });
    const went = outcome === 'passed' || outcome === 'unconfirmed';
    return { state: went ? 'done' : 'question', text: t(`deviceSetup.trial.pass.${outcome}`) };
  };
  const button = (words: string, testId: string, act: () => Promise<Came>) => (
    <Button size="xs" variant="default" disabled={busy} data-testid={testId} onClick={() => void run(act)}>
      {words}
    </Button>
  );
  return (
    <>
      <div className="form-acts">
        {config.kind === 'printer' && (
          <>
            {button(t('deviceSetup.trial.selfTest'), 'device-self-test', print('code-pages'))}
            {button(t('deviceSetup.trial.drawer'), 'device-drawer', print('drawer'))}
          </>
        )}
        {config.kind === 'relay' && (
          <>
            <NativeSelect
              size="xs"
              aria-label={t('deviceSetup.trial.channel')}
              value={channel}
              data={Array.from({ length: config.channels }, (_, index) => ({
                value: String(index + 1),
                label: `${t('deviceSetup.trial.channel')} ${index + 1}`,
              }))}
              onChange={(event) => setChannel(Number(event.currentTarget.value))}
            />
            {button(t('deviceSetup.trial.pulse'), 'device-pulse', pulse)}
          </>
        )}
        {config.kind === 'turnstile' && (
          <>
            {button(t('deviceSetup.trial.openIn'), 'device-open-in', open('in'))}
            {button(t('deviceSetup.trial.openOut'), 'device-open-out', open('out'))}
          </>
        )}
      </div>
      {busy && (
        <p className="form-quiet" role="status">
          {t('deviceSetup.trial.working')}
        </p>
      )}
      {came && <Notice state={came.state} text={came.text} />}
    </>
  );
}
