import { useTranslation } from 'react-i18next';
import type { DeviceKind } from '../../contract/devices/config.ts';
import type { DeviceState } from '../../contract/devices/drivers.ts';
import { hashOf } from '../admin/place.ts';
import { useDevices } from '../connection/queries.ts';
import { reasonSentence } from '../format/reasons.ts';
import { namespaces } from '../i18n/start.ts';
import { deviceIcons } from './device-icons.ts';
import './device-lights.css';

/** What every desk has; other kinds are shown where they are set up. */
const usual: readonly DeviceKind[] = ['scanner', 'printer'];

/**
 * One light a kind of device: a picture and a word. No colour: those are for outcomes. A click leads to where devices
 * are set up.
 */
export function DeviceLights() {
  const { t } = useTranslation(namespaces);
  const { data: devices = [] } = useDevices();
  return (
    <ul className="lights" aria-label={t('devices.list')}>
      {[...new Set([...usual, ...devices.map(({ kind }) => kind)])].map((kind) => {
        const ofKind = devices.filter((device) => device.kind === kind);
        return ofKind.length > 0 ? (
          ofKind.map((device) => <Light key={device.id} kind={kind} device={device} />)
        ) : (
          <Light key={kind} kind={kind} device={null} />
        );
      })}
    </ul>
  );
}

function Light({
  kind,
  device,
}: {
  readonly kind: DeviceState['kind'];
  readonly device: DeviceState | null;
}) {
  const { t } = useTranslation(namespaces);
  const well = device?.health === 'ready';
  const Icon = well ? deviceIcons[kind].well : deviceIcons[kind].ill;
  const why = device?.problem ? reasonSentence(t, { code: device.problem, params: {} }) : null;
  return (
    <li
      className={well || device === null ? 'light' : 'light light-ill'}
      title={device ? [device.name, why].filter(Boolean).join(': ') : t('devices.noneHelp')}
      data-testid={`device-${kind}`}
      data-device-id={device?.id}
      data-health={device?.health ?? 'none'}
    >
      <a className="light-link" href={hashOf('devices')}>
        <Icon aria-hidden size="1.2rem" stroke={1.8} />
        <span className="light-kind">{t(`devices.${kind}`)}</span>
        <span className="light-health">
          {device ? t(`devices.health.${device.health}`) : t('devices.none')}
        </span>
        {why && <span className="unseen">{why}</span>}
      </a>
    </li>
  );
}
