import { defaultAirSettings, type AirLine, type AirSettings } from '../air.ts';
import { createTagField, type TagField } from '../emulator/field.ts';
import { createFeigAir } from '../feig/air.ts';
import { createFeigEmulator } from '../feig/emulator.ts';
import { createM100Air } from '../m100/air.ts';
import { createM100Emulator } from '../m100/emulator.ts';

interface Receiver {
  receive(bytes: Uint8Array): void;
}

/** A family and its emulator back to back, without a line between: for what is decided above the line. */
function direct<Air extends Receiver>(
  create: (line: AirLine, settings: AirSettings) => Air,
  emulator: (field: TagField, send: (bytes: Uint8Array) => void) => Receiver,
): { readonly air: Air; readonly field: TagField } {
  const field = createTagField();
  const reader = emulator(field, (bytes) => queueMicrotask(() => air.receive(bytes)));
  const air = create(
    {
      write: (bytes) => {
        reader.receive(bytes);
        return Promise.resolve();
      },
      onTags: () => undefined,
    },
    defaultAirSettings,
  );
  return { air, field };
}

export const directHf = () => direct(createFeigAir, createFeigEmulator);
export const directUhf = () => direct(createM100Air({ settleMs: 1 }), createM100Emulator);
