import { Button } from '@mantine/core';
import { IconNfc, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';
import { CodesForm } from './codes-form.tsx';
import { DeviceHead } from './device-head.tsx';
import { useTrainingCalls } from './use-training-calls.ts';
import type { TrainingCalls } from './use-training-calls.ts';
import type { VirtualDeviceState } from './virtual-device.ts';

type PadTag = VirtualDeviceState['tags'][number];

/** What a click on a tag's fault makes of it: well, then deaf to writes, then not readable. */
const nextFault = { none: 'stuck', stuck: 'weak', weak: 'none' } as const;

/** Books with RFID tags on a pad: laid down together, read by real bytes, each showing whether a gate would alarm. */
export function VirtualPad({ device }: { readonly device: VirtualDeviceState }) {
  const { t } = useTranslation(namespaces);
  const calls = useTrainingCalls();
  return (
    <section
      className="virtual virtual-pad"
      data-testid="training-rfid"
      data-device-id={device.id}
      data-plugged={device.plugged}
      data-count={device.tags.length}
    >
      <DeviceHead
        device={device}
        icon={<IconNfc aria-hidden size="1.4rem" stroke={1.7} />}
        onPlug={(plugged) => calls.plug(device.id, plugged)}
      />
      {calls.failed && <p role="alert">{t('training.failed')}</p>}
      {device.tags.length === 0 && <p className="virtual-quiet">{t('training.padEmpty')}</p>}
      <ul className="pad-tags">
        {device.tags.map((tag) => (
          <Tag key={tag.code} tag={tag} device={device.id} calls={calls} />
        ))}
      </ul>
      <CodesForm
        label={t('training.padCodes')}
        action={t('training.lay')}
        testId="training-pad"
        onCodes={(codes) => calls.lay(device.id, codes)}
      />
      {device.tags.length > 0 && (
        <Button
          variant="subtle"
          size="xs"
          data-testid="training-pad-clear"
          onClick={() => calls.lift(device.id, null)}
        >
          {t('training.liftAll')}
        </Button>
      )}
    </section>
  );
}

interface TagProps {
  readonly tag: PadTag;
  readonly device: string;
  readonly calls: TrainingCalls;
}

function Tag({ tag: { code, security, fault }, device, calls }: TagProps) {
  const { t } = useTranslation(namespaces);
  return (
    <li className="pad-tag" data-testid="training-pad-tag" data-code={code} data-security={security}>
      <b>{code}</b>
      <span className="virtual-quiet">{t(`training.tag.${security}`)}</span>
      <button
        type="button"
        className="link"
        title={t('training.faultHelp')}
        data-testid="training-pad-fault"
        onClick={() => calls.tagFault(device, code, nextFault[fault])}
      >
        {t(`training.fault.${fault}`)}
      </button>
      <button
        type="button"
        className="tool"
        aria-label={t('training.liftOne', { code })}
        title={t('training.liftOne', { code })}
        data-testid="training-pad-lift"
        onClick={() => calls.lift(device, [code])}
      >
        <IconX aria-hidden size="1rem" />
      </button>
    </li>
  );
}
