import type { Transport } from '../../contract/devices/config.ts';
import type { UidFormat } from './uid-format.ts';

/** What of a card is its number. */
export type CardContent =
  | { readonly kind: 'uid'; readonly format: UidFormat }
  /** The first text or address of its NDEF message (NTAG, Ultralight). */
  | { readonly kind: 'ndef' }
  /** So many bytes from a page on, as characters up to the first 00, or in hex. */
  | {
      readonly kind: 'pages';
      readonly firstPage: number;
      readonly bytes: number;
      readonly as: 'text' | 'hex';
    };

export interface CardReaderConfig {
  readonly id: string;
  readonly kind: 'card-reader';
  readonly name: string;
  readonly transport: Extract<Transport, { kind: 'pcsc' }>;
  readonly content: CardContent;
}
