import type { RfidSettings, Transport } from '../../contract/devices/config.ts';
import { factoryRfid, rfidLine } from '../../contract/devices/factory.ts';
import type { PadTag } from '../../contract/devices/drivers.ts';
import { createTagField } from '../rfid/emulator/field.ts';
import { createFeigEmulator } from '../rfid/feig/emulator.ts';
import type { VirtualLineOptions } from './line.ts';
import { openVirtualLine } from './line.ts';
import type { TaggedShelf } from './shelf.ts';

export interface VirtualPadOptions extends Pick<VirtualLineOptions, 'linksFolder' | 'platform' | 'onFault'> {
  readonly shelf: TaggedShelf;
  /** The tags on the pad, whenever that may have changed. */
  readonly onTags: (tags: readonly PadTag[]) => void;
}

export interface VirtualPad {
  readonly transport: Transport;
  readonly settings: RfidSettings;
  /** Puts books on the pad; those that lie there stay. */
  lay(codes: readonly string[]): void;
  /** Takes books from the pad; all of them when null. */
  lift(codes: readonly string[] | null): void;
  fault(code: string, fault: PadTag['fault']): void;
  unplug(): void;
  plug(): Promise<boolean>;
}

/** A FEIG reader under a desk pad, with tags that keep what is written on them. */
export async function createVirtualPad(options: VirtualPadOptions): Promise<VirtualPad> {
  const { shelf, onTags, ...lineOptions } = options;
  const field = createTagField();
  let shown = '';

  const show = (): void => {
    const tags = field.present().flatMap((tag) => (tag.technology === 'hf' ? [shelf.describe(tag)] : []));
    const text = JSON.stringify(tags);
    if (text === shown) return;
    shown = text;
    onTags(tags);
  };
  const reader = createFeigEmulator(field, (bytes) => line.send(bytes));
  const line = await openVirtualLine({
    ...lineOptions,
    name: 'rfid',
    baudRate: rfidLine.feig.baudRate,
    onData(bytes) {
      reader.receive(bytes);
      show();
    },
  });

  return {
    transport: line.transport,
    settings: factoryRfid('feig'),
    lay(codes) {
      const lying = new Set(field.present());
      for (const tag of codes.map((code) => shelf.tagOf(code))) {
        if (lying.has(tag)) continue;
        lying.add(tag);
        field.put(tag);
      }
      show();
    },
    lift(codes) {
      if (codes === null) field.clear();
      else for (const code of codes) field.take(shelf.tagOf(code).uid);
      show();
    },
    fault(code, fault) {
      shelf.setFault(code, fault);
      show();
    },
    unplug: () => line.unplug(),
    plug: () => line.plug(),
  };
}
