/** ESC/POS bytes for letters and native codes (`reference/devices.md` §6.1). */

/** `ESC t n`. A printer forgets its page at every `ESC @`, so each line of text begins with this. */
export const codePage = (page: number): readonly number[] => [0x1b, 0x74, page];

/** `ESC E n`. */
export const bold = (on: boolean): readonly number[] => [0x1b, 0x45, on ? 1 : 0];

/** `ESC a n`. */
export const aligned = (align: 'left' | 'center' | 'right'): readonly number[] => [
  0x1b,
  0x61,
  { left: 0, center: 1, right: 2 }[align],
];

/** `GS ! n`: letters twice as tall, not wider: as many columns as ever. */
export const tall = (on: boolean): readonly number[] => [0x1d, 0x21, on ? 0x01 : 0x00];

/** `ESC J n`: ends the line and feeds so many dots. */
export const feedDots = (dots: number): readonly number[] => [0x1b, 0x4a, dots];

const corrections = { L: 0x30, M: 0x31, Q: 0x32, H: 0x33 } as const;

/**
 * `GS ( k`: a QR code of model 2.
 * @param module dots a module, 1 to 16
 */
export function qrCommand(data: Uint8Array, module: number, correction: 'L' | 'M' | 'Q' | 'H'): Uint8Array {
  const length = data.length + 3;
  const model = [0x1d, 0x28, 0x6b, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00];
  const size = [0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x43, module];
  const level = [0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x45, corrections[correction]];
  const store = [0x1d, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30];
  const print = [0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x51, 0x30];
  return Uint8Array.from([...model, ...size, ...level, ...store, ...data, ...print]);
}

export interface BarcodeStyle {
  /** Dots. */
  readonly height: number;
  /** Dots a module, 2 to 6. */
  readonly module: number;
  /** Whether the printer writes the text over the bars. */
  readonly label: boolean;
}

/**
 * `GS h`, `GS w`, `GS H`, `GS k`: a barcode. Code 39 and Codabar in function A, which ends with NUL and is known to
 * the oldest printers; Code 128 in function B and set B. Null when the kind cannot hold the text.
 */
export function barcodeCommand(
  symbology: 'code128' | 'code39' | 'codabar',
  text: string,
  { height, module, label }: BarcodeStyle,
): Uint8Array | null {
  const body = barcodeBody(symbology, text);
  if (body === null) return null;
  const style = [0x1d, 0x68, height, 0x1d, 0x77, module, 0x1d, 0x48, label ? 1 : 0];
  return Uint8Array.from([...style, 0x1d, 0x6b, ...body]);
}

function barcodeBody(symbology: 'code128' | 'code39' | 'codabar', text: string): readonly number[] | null {
  switch (symbology) {
    case 'code128': {
      // "{" begins a function in the data; twice it is itself.
      const data = [...Buffer.from(`{B${text.replaceAll('{', '{{')}`, 'latin1')];
      return /^[ -~]+$/.test(text) && data.length <= 255 ? [0x49, data.length, ...data] : null;
    }
    case 'code39':
      return /^[0-9A-Z .$/+%-]{1,252}$/.test(text) ? [0x04, ...Buffer.from(text, 'latin1'), 0] : null;
    case 'codabar':
      return /^[A-D][0-9$+./:-]{1,250}[A-D]$/.test(text) ? [0x06, ...Buffer.from(text, 'latin1'), 0] : null;
  }
}

/** Whether a printer would obey something in these bytes the moment they arrive (see `real-time-guard.ts`). */
export function holdsRealTimeCommand(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => {
    const next = bytes[at + 1];
    return byte === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14);
  });
}
