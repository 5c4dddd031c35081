import { drawBarcode, startBarcodeMode } from './barcodes.ts';
import type { BarcodeMode } from './barcodes.ts';
import type { PrintHead } from './head.ts';
import { columnPicture, rasterPicture } from './pictures.ts';
import { manyBytes, oneByte, skip, waitFor, word } from './reading.ts';
import type { Reading } from './reading.ts';
import { skipCommand } from './skipped-commands.ts';
import { createTextLine } from './text-line.ts';
import { startMode } from './text-mode.ts';
import type { TextMode } from './text-mode.ts';

/** Longest barcode or QR text kept; the QR code of most capacity holds 2 953 bytes. */
const maxData = 3_000;

/** Reads ESC/POS for ever and does what it says. Give it bytes with `next`; see `Reading`. */
export function* interpret(head: PrintHead): Reading<never> {
  const line = createTextLine(head);
  let mode = startMode;
  let barcode = startBarcodeMode;
  let qr: QrMode = { module: 3, correction: 'L', data: new Uint8Array() };

  const set = (change: Partial<TextMode>): void => {
    mode = { ...mode, ...change };
  };
  function* endOpenLine(): Reading<void> {
    if (!line.isEmpty()) yield* line.end(mode, mode.lineSpacing);
  }
  function* plainText(text: string): Reading<void> {
    // Bars may say control characters; paper cannot.
    for (const byte of Buffer.from(text, 'latin1')) if (byte >= 0x20) yield* line.add(byte, mode);
    yield* line.end(mode, mode.lineSpacing);
  }

  function* escape(): Reading<void> {
    const code = yield* oneByte();
    switch (String.fromCharCode(code)) {
      case '@':
        line.clear();
        mode = startMode;
        barcode = startBarcodeMode;
        return;
      case '!': {
        const n = yield* oneByte();
        set({ ...scaled(n & 0x20 ? 2 : 1, n & 0x10 ? 2 : 1), font: n & 1 ? 'B' : 'A' });
        set({ bold: (n & 0x08) !== 0, underline: (n & 0x80) !== 0 });
        return;
      }
      case 'E':
      case 'G':
        set({ bold: ((yield* oneByte()) & 1) !== 0 });
        return;
      case '-':
        set({ underline: ((yield* oneByte()) & 3) !== 0 });
        return;
      case 'M':
        set({ font: (yield* oneByte()) & 1 ? 'B' : 'A' });
        return;
      case 'a':
        set({ align: (['left', 'center', 'right'] as const)[(yield* oneByte()) & 3] ?? 'left' });
        return;
      case 't':
        set({ page: yield* oneByte() });
        return;
      case '2':
        set({ lineSpacing: startMode.lineSpacing });
        return;
      case '3':
        set({ lineSpacing: yield* oneByte() });
        return;
      case 'J':
        yield* line.end(mode, yield* oneByte());
        return;
      case 'd':
        yield* line.end(mode, (yield* oneByte()) * mode.lineSpacing);
        return;
      case '*':
        yield* line.addPicture(yield* columnPicture(head.width), mode);
        return;
      case 'i':
      case 'm':
        yield* endOpenLine();
        head.cut();
        return;
      case 'p': {
        const [connector = 0, on = 0, off = 0] = yield* manyBytes(3);
        head.openDrawer({ pin: connector & 1 ? 5 : 2, onMs: on * 2, offMs: off * 2 });
        return;
      }
      default:
        yield* skipCommand('ESC', code);
    }
  }

  function* group(): Reading<void> {
    const code = yield* oneByte();
    switch (String.fromCharCode(code)) {
      case '!': {
        const n = yield* oneByte();
        set(scaled(((n >> 4) & 7) + 1, (n & 7) + 1));
        return;
      }
      case 'B':
        set({ inverted: ((yield* oneByte()) & 1) !== 0 });
        return;
      case 'h':
        barcode = { ...barcode, height: Math.max(1, yield* oneByte()) };
        return;
      case 'w':
        barcode = { ...barcode, module: Math.min(6, Math.max(1, yield* oneByte())) };
        return;
      case 'H':
        barcode = { ...barcode, label: labels[(yield* oneByte()) & 3] ?? 'none' };
        return;
      case 'k':
        yield* barcodeCommand();
        return;
      case 'v':
        // `GS v 0` is the only one there is.
        yield* oneByte();
        yield* endOpenLine();
        yield* rasterPicture(head, mode.align);
        return;
      case 'V': {
        const how = yield* oneByte();
        yield* endOpenLine();
        if (how >= 65) head.feed(yield* oneByte());
        head.cut();
        return;
      }
      case 'a':
        head.setAutomaticStatus((yield* oneByte()) !== 0);
        return;
      case 'r':
        if (((yield* oneByte()) & 0x0f) === 1) head.answerPaperSensor();
        return;
      case '(':
        yield* extended();
        return;
      default:
        yield* skipCommand('GS', code);
    }
  }

  function* barcodeCommand(): Reading<void> {
    const kind = yield* oneByte();
    const data = kind >= 65 ? yield* manyBytes(yield* oneByte()) : yield* untilNul();
    yield* endOpenLine();
    const drawn = drawBarcode(kind, data, barcode);
    const text = drawn?.text ?? String.fromCharCode(...data);
    if (barcode.label === 'above' || barcode.label === 'both') yield* plainText(text);
    if (drawn !== null && drawn.picture.width <= head.width) {
      const free = head.width - drawn.picture.width;
      head.print(drawn.picture, { left: 0, center: free >> 1, right: free }[mode.align]);
    }
    // A kind that is not drawn here shows what it would say.
    if (barcode.label === 'below' || barcode.label === 'both' || drawn === null) yield* plainText(text);
  }

  /** `GS ( X pL pH data`: QR codes are understood (`GS ( k 1`), the rest is skipped. */
  function* extended(): Reading<void> {
    const family = yield* oneByte();
    const length = yield* word();
    const data = yield* manyBytes(Math.min(length, maxData));
    yield* skip(length - data.length);
    if (family !== 0x6b || data[0] !== 0x31) return;
    const [, order, n = 0] = data;
    if (order === 67) qr = { ...qr, module: Math.min(16, Math.max(1, n)) };
    else if (order === 69) qr = { ...qr, correction: (['L', 'M', 'Q', 'H'] as const)[n - 48] ?? 'L' };
    else if (order === 80) qr = { ...qr, data: data.subarray(3) };
    else if (order === 81) {
      yield* endOpenLine();
      const { drawQr } = yield* waitFor(import('./qr.ts'));
      const picture = drawQr(qr.data, qr.module, qr.correction);
      if (picture === null || picture.width > head.width) return;
      const free = head.width - picture.width;
      head.print(picture, { left: 0, center: free >> 1, right: free }[mode.align]);
    }
  }

  for (;;) {
    const byte = yield* oneByte();
    if (byte === 0x1b) yield* escape();
    else if (byte === 0x1d) yield* group();
    else if (byte === 0x1c) yield* skipCommand('FS', yield* oneByte());
    else if (byte === 0x10) yield* skipRealTime();
    else if (byte === 0x0a) yield* line.end(mode, mode.lineSpacing);
    else if (byte === 0x09) line.tab(mode);
    else if (byte >= 0x20) yield* line.add(byte, mode);
  }
}

interface QrMode {
  readonly module: number;
  readonly correction: 'L' | 'M' | 'Q' | 'H';
  readonly data: Uint8Array;
}

const labels: readonly BarcodeMode['label'][] = ['none', 'above', 'below', 'both'];

function scaled(scaleX: number, scaleY: number): Partial<TextMode> {
  return { scaleX, scaleY };
}

function* untilNul(): Reading<Uint8Array> {
  const data: number[] = [];
  for (;;) {
    const byte = yield* oneByte();
    if (byte === 0) return Uint8Array.from(data);
    if (data.length < 255) data.push(byte);
  }
}

/** Real-time commands were obeyed when they arrived; here they are only read past. */
function* skipRealTime(): Reading<void> {
  const verb = yield* oneByte();
  if (verb === 0x04 || verb === 0x05) yield* oneByte();
  else if (verb === 0x14) {
    const order = yield* oneByte();
    yield* skip(order === 8 ? 7 : 2);
  }
}
