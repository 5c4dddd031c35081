import { Button, SegmentedControl } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../connection/keys.ts';
import { useApi } from '../connection/queries.ts';
import { namespaces } from '../i18n/start.ts';
import { DeviceHead } from './device-head.tsx';
import { DropZone } from './drop-zone.tsx';
import { FreeCode } from './free-code.tsx';
import { SampleCard } from './sample-card.tsx';
import type { VirtualDeviceState } from './virtual-device.ts';
import { useTrainingCalls } from './use-training-calls.ts';

const kinds = ['patron', 'item', 'other'] as const;
type Kind = (typeof kinds)[number];
const kindLabels = { patron: 'training.readers', item: 'training.items', other: 'training.others' } as const;

interface VirtualScannerProps {
  readonly device: VirtualDeviceState;
  /** An RFID pad that a pile of books can be laid on instead, or null. */
  readonly pad: string | null;
}

/** Cards and books to put under a scanner that sends real bytes: one by one, or a whole pile. */
export function VirtualScanner({ device, pad }: VirtualScannerProps) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const { present, lay, plug, failed } = useTrainingCalls();
  const { data: samples = [] } = useQuery({ queryKey: keys.samples, queryFn: () => api.training.samples() });
  const [kind, setKind] = useState<Kind>('patron');
  const [pile, setPile] = useState<readonly string[]>([]);
  const scan = (codes: readonly string[]): void => present(device.id, codes);
  const toggle = (code: string): void =>
    setPile(pile.includes(code) ? pile.filter((other) => other !== code) : [...pile, code]);
  const shown = samples.filter((sample) => sample.kind === kind);
  return (
    <section
      className="virtual"
      data-testid="training-scanner"
      data-device-id={device.id}
      data-plugged={device.plugged}
    >
      <DeviceHead
        device={device}
        icon={<IconBarcode aria-hidden size="1.4rem" stroke={1.7} />}
        onPlug={(plugged) => plug(device.id, plugged)}
      />
      <DropZone plugged={device.plugged} onDrop={(code) => scan([code])} />
      {failed && <p role="alert">{t('training.failed')}</p>}
      <SegmentedControl
        fullWidth
        size="xs"
        value={kind}
        onChange={(value) => setKind(kinds.find((name) => name === value) ?? 'patron')}
        data={kinds.map((value) => ({ value, label: t(kindLabels[value]) }))}
        aria-label={t('training.scanner')}
        data-testid="training-kind"
      />
      <ul className="samples">
        {shown.map((sample) => (
          <SampleCard
            key={sample.code}
            sample={sample}
            inPile={pile.includes(sample.code)}
            onPresent={() => scan([sample.code])}
            onPile={() => toggle(sample.code)}
          />
        ))}
        {shown.length === 0 && <li className="virtual-quiet">{t('training.noSamples')}</li>}
      </ul>
      {pile.length > 0 && (
        <div className="pile" data-testid="training-pile" data-count={pile.length}>
          <b>{t('training.pile', { count: pile.length })}</b>
          <Button variant="subtle" size="xs" onClick={() => setPile([])}>
            {t('training.clearPile')}
          </Button>
          {pad && kind === 'item' && (
            <Button
              size="xs"
              variant="default"
              data-testid="training-lay-pile"
              onClick={() => {
                lay(pad, pile);
                setPile([]);
              }}
            >
              {t('training.layPile')}
            </Button>
          )}
          <Button
            size="xs"
            data-testid="training-present-pile"
            onClick={() => {
              scan(pile);
              setPile([]);
            }}
          >
            {t('training.presentPile')}
          </Button>
        </div>
      )}
      <FreeCode onScan={(code) => scan([code])} />
    </section>
  );
}
