import type { Card as PcscCard } from 'pcsc-mini';
import type { Line } from './line.ts';

/** A card that lies on the reader. */
export interface Card {
  /** Sends one APDU and gives its whole answer, status word included. Rejects when the card has gone. */
  transmit(apdu: Uint8Array): Promise<Uint8Array>;
}

export interface CardHandlers {
  /** A card was put on; it is let go when this settles. Never rejects. */
  onCard(card: Card): Promise<void>;
  /** Called once: the reader was unplugged, the service ended, or `close`. */
  onClose(): void;
}

/**
 * Opens the first card reader whose name contains `name` (any, when it is empty). Rejects when there is none, or when
 * this computer has no smart card service. Nothing is written to a reader but to its cards.
 */
export type OpenCardReader = (name: string, handlers: CardHandlers) => Promise<Pick<Line, 'close'>>;

/** The service tells the readers that are there one by one, right after it was asked. */
const enumerationMs = 1_500;

export const openCardReader: OpenCardReader = async (name, handlers) => {
  // Loaded only where a card reader is configured. Its own library, pcscd on Linux, may be missing.
  const { CardDisposition, CardMode, Client, ReaderStatus } = await import('pcsc-mini');
  const client = new Client();
  let ended = false;
  let opened = false;
  let present = false;
  const found = Promise.withResolvers<undefined>();

  const end = (error: Error): void => {
    if (ended) return;
    ended = true;
    clearTimeout(patience);
    client.removeAllListeners('reader');
    try {
      client.stop();
    } catch {
      // The service has gone, which is what was asked for.
    }
    if (opened) handlers.onClose();
    else found.reject(error);
  };
  const patience = setTimeout(() => end(new Error(`no card reader "${name}"`)), enumerationMs);

  const serve = async (connect: () => Promise<PcscCard>): Promise<void> => {
    const card = await connect();
    await handlers.onCard({ transmit: (apdu) => card.transmit(apdu) });
    await card.disconnect(CardDisposition.LEAVE);
  };

  client.on('error', end);
  client.on('reader', (reader) => {
    if (opened || ended || !reader.name().includes(name)) return;
    opened = true;
    clearTimeout(patience);
    reader.on('change', (status) => {
      const was = present;
      present = status.has(ReaderStatus.PRESENT) && !status.has(ReaderStatus.MUTE);
      // A card taken away while it was read is put on again by whoever wants it read.
      if (present && !was) void serve(() => reader.connect(CardMode.SHARED)).catch(() => undefined);
    });
    reader.on('disconnect', () => end(new Error('the card reader was unplugged')));
    found.resolve(undefined);
  });
  try {
    client.start();
  } catch (error) {
    end(error instanceof Error ? error : new Error(String(error)));
  }
  await found.promise;
  return { close: () => end(new Error('closed')) };
};
