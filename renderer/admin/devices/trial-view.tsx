import { useTranslation } from 'react-i18next';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import { useToday } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import { ByteTable } from './byte-log.tsx';
import { HealthProblem, HealthTag } from './device-state.tsx';
import { TrialActs } from './trial-acts.tsx';
import { trialWords } from './trial-words.ts';
import { useTrial } from './use-trial.ts';

/** A device on trial: how it is, what it did and what it was taken for, what can be done with it, and its bytes. */
export function TrialView({ config }: { readonly config: DeviceConfig }) {
  const { t } = useTranslation(namespaces);
  const today = useToday();
  const { state, events } = useTrial(config);
  // The oldest keeps its number while newer ones come on top.
  const numbered = events.map((event, index) => ({ event, number: events.length - index }));
  const tells = config.kind !== 'printer' && config.kind !== 'relay';
  return (
    <div className="trial" data-testid="device-trial">
      <p className="device-name">
        <HealthTag state={state} /> <span>{t(`deviceSetup.trial.help.${config.kind}`)}</span>
      </p>
      <HealthProblem state={state} />
      <TrialActs config={config} />
      {tells && (
        <section className="trial-events" aria-label={t('deviceSetup.trial.events')}>
          <h3>{t('deviceSetup.trial.events')}</h3>
          <div role="log" aria-live="polite">
            <ol>
              {events.length === 0 && <li className="form-quiet">{t('deviceSetup.trial.waiting')}</li>}
              {numbered.map(({ event, number }) => {
                const { what, told, as } = trialWords(t, event, today);
                return (
                  <li key={number} className="trial-event" data-testid="device-trial-event">
                    {what !== '' && <b>{what}</b>} <span className="trial-told">{told}</span>
                    {as !== '' && <span className="form-quiet">{as}</span>}
                  </li>
                );
              })}
            </ol>
          </div>
        </section>
      )}
      <details className="trial-bytes">
        <summary>{t('deviceSetup.log.title')}</summary>
        <ByteTable device={config.id} />
      </details>
    </div>
  );
}
