import { useTranslation } from 'react-i18next';
import type { DeviceState } from '../../../contract/devices/drivers.ts';
import { reasonSentence } from '../../format/reasons.ts';
import { namespaces } from '../../i18n/start.ts';

type Shown = Pick<DeviceState, 'health' | 'problem'>;

/** How a device is, in a word. */
export function HealthTag({ state }: { readonly state: Shown | null }) {
  const { t } = useTranslation(namespaces);
  const health = state?.health ?? 'connecting';
  return (
    <span
      className={health === 'ready' ? 'state-tag' : 'state-tag state-tag-strong'}
      data-testid="device-health"
      data-health={health}
    >
      {t(`devices.health.${health}`)}
    </span>
  );
}

/** Why it is not well, and what to do. */
export function HealthProblem({ state }: { readonly state: Shown | null }) {
  const { t } = useTranslation(namespaces);
  if (!state?.problem) return null;
  return (
    <p className="device-problem" data-testid="device-problem" data-code={state.problem}>
      {reasonSentence(t, { code: state.problem, params: {} })}{' '}
      <span className="answer-code">{state.problem}</span>
    </p>
  );
}
