/** One line of a slip as content, before any printer: it may be laid out on 58 or 80 mm paper. */
export type SlipLine =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly size: 'small' | 'body' | 'title';
      readonly align: 'left' | 'center';
      readonly bold: boolean;
    }
  /** Left part wraps; right part stays on the first line. */
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly bold: boolean }
  | { readonly kind: 'rule' }
  | { readonly kind: 'gap' }
  /** Code 128 under the text it encodes; ASCII only. */
  | { readonly kind: 'barcode'; readonly value: string }
  /** QR code of any text, without a caption. */
  | { readonly kind: 'qr'; readonly value: string };
