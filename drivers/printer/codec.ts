import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { bitmapRows } from './bitmap.ts';
import type { Bitmap } from './bitmap.ts';

/**
 * ESC/POS bytes (`reference/devices.md` §6.1). node-thermal-printer is the builder; what it gets wrong is sent as
 * our own bytes: its `cut()` initialises again, its drawer pulse lacks the two times, its picture goes out in one
 * command however tall (§6.3).
 */
const initialise = [0x1b, 0x40];
/** Chinese-made printers start in kanji mode, where picture bytes would be read as double-byte letters. */
const cancelKanji = [0x1c, 0x2e];

/** 8 mm of slip: a band is at most 4.6 kB, which the receive buffers of cheap printers hold. */
const bandRows = 64;

/** Lines fed before the cut: the head sits below the tear bar, and some clones do not feed by themselves. */
const linesBeforeCut = { 576: 3, 384: 4 } as const;

/**
 * The commands of one slip, in order. Each element is whole commands only, so a real-time status question may go
 * between any two without landing inside a picture.
 */
export function slipCommands(slip: Bitmap): readonly Uint8Array[] {
  return [startCommand(), ...rasterCommands(slip), finishCommand(slip.width === 384 ? 384 : 576)];
}

/** Brings a printer to where every slip begins. */
export function startCommand(): Uint8Array {
  const builder = createBuilder();
  return built(builder, () => start(builder));
}

/** A picture in bands, each a whole command. */
export function rasterCommands(picture: Bitmap): readonly Uint8Array[] {
  const builder = createBuilder();
  const commands: Uint8Array[] = [];
  for (let row = 0; row < picture.height; row += bandRows) {
    const band = bitmapRows(picture, row, bandRows);
    commands.push(built(builder, () => raster(builder, band)));
  }
  return commands;
}

/** Feeds the end of a slip past the cutter, and cuts. */
export function finishCommand(dots: 576 | 384): Uint8Array {
  const builder = createBuilder();
  return built(builder, () => finish(builder, linesBeforeCut[dots]));
}

/**
 * `GS V`: cuts, or leaves one point uncut. With `feed` the paper first goes to the cutter and so many dots further;
 * with null it is cut where it is. Printers without a cutter skip it.
 */
export function cutCommand(how: 'full' | 'partial', feed: number | null): readonly number[] {
  const whole = how === 'full';
  return feed === null ? [0x1d, 0x56, whole ? 0x00 : 0x01] : [0x1d, 0x56, whole ? 0x41 : 0x42, feed];
}

/**
 * Brings a printer back that was left in the middle of a picture by a broken line: zeros complete the picture in
 * white, or are skipped. `yes` also cuts the torn piece off, so that it does not stick to the next slip;
 * `unknown` does not, because it would cost paper at every start.
 */
export function resyncCommands(dots: 576 | 384): { readonly yes: Uint8Array; readonly unknown: Uint8Array } {
  const builder = createBuilder();
  const zeros = (): void => {
    builder.add(Buffer.alloc((bandRows * dots) / 8 + 8));
    start(builder);
  };
  return {
    yes: built(builder, () => {
      zeros();
      finish(builder, linesBeforeCut[dots]);
    }),
    unknown: built(builder, zeros),
  };
}

/** Opens the cash drawer on connector pin 2 or 5: 100 ms on, 500 ms off, in units of 2 ms. */
export function drawerPulse(pin: 2 | 5): Uint8Array {
  const builder = createBuilder();
  return built(builder, () => {
    builder.add(Buffer.from([0x1b, 0x70, pin === 2 ? 0 : 1, 50, 250]));
  });
}

/** Without an interface the library opens nothing: it only collects bytes. */
function createBuilder(): ThermalPrinter {
  return new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
}

function built(builder: ThermalPrinter, build: () => void): Uint8Array {
  builder.clear();
  build();
  return new Uint8Array(builder.getBuffer());
}

function start(builder: ThermalPrinter): void {
  builder.add(Buffer.from([...initialise, ...cancelKanji]));
  builder.alignLeft();
}

function raster(builder: ThermalPrinter, band: Bitmap): void {
  const stride = band.width >> 3;
  const header = [0x1d, 0x76, 0x30, 0, stride & 0xff, stride >> 8, band.height & 0xff, band.height >> 8];
  builder.add(Buffer.from(header));
  builder.add(Buffer.from(band.bits));
}

function finish(builder: ThermalPrinter, lines: number): void {
  builder.add(Buffer.from([0x1b, 0x64, lines, ...cutCommand('partial', 0)]));
}
