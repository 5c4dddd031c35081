import { createConnection } from '../transport/connection.ts';
import { createHealth, type OnHealth } from '../transport/health.ts';
import type { OpenCardReader } from '../transport/pcsc.ts';
import type { CardReaderConfig } from './config.ts';
import { readCard, type CardRead } from './read-card.ts';

export interface CardReaderDeviceOptions {
  readonly config: CardReaderConfig;
  readonly openCardReader: OpenCardReader;
  readonly onHealth: OnHealth;
  /** A card was put on: its number, or why it has none. Once, however long it lies there. */
  readonly onCard: (read: CardRead) => void;
  /** For whoever repairs it. */
  readonly onTrouble?: ((reason: string) => void) | undefined;
  /** In [0, 1). */
  readonly random?: (() => number) | undefined;
}

export interface CardReaderDevice {
  /** Nothing is reported afterwards. */
  close(): void;
}

/** A contactless card reader such as the ACR122U: `ready` while the system knows it, `lost` while it is looked for. */
export function createCardReaderDevice(options: CardReaderDeviceOptions): CardReaderDevice {
  const { config, openCardReader } = options;
  const health = createHealth(options.onHealth);
  let closed = false;

  const connection = createConnection({
    transport: config.transport,
    async openLine(_transport, { onClose }) {
      const reader = await openCardReader(config.transport.reader, {
        onClose,
        async onCard(card) {
          const read = await readCard(card, config.content);
          // A second try: a card that is still moving answers the first one badly.
          const again = read.ok ? read : await readCard(card, config.content);
          if (!closed) options.onCard(again);
        },
      });
      return { ...reader, write: () => Promise.reject(new Error('a card reader takes no bytes')) };
    },
    random: options.random,
    onTrouble: options.onTrouble,
    onData: () => undefined,
    onOpen: () => health.enter('ready'),
    onLost: () => health.enter('lost', 'unreachable'),
  });

  return {
    close() {
      closed = true;
      health.close();
      connection.close();
    },
  };
}
