import type { Bitmap } from '../bitmap.ts';

/** A pulse to the cash drawer. */
export interface DrawerPulse {
  readonly pin: 2 | 5;
  readonly onMs: number;
  readonly offMs: number;
}

/** What commands do to the world. */
export interface PrintHead {
  /** Printable dots. */
  readonly width: number;
  print(picture: Bitmap, x: number): void;
  feed(rows: number): void;
  cut(): void;
  openDrawer(pulse: DrawerPulse): void;
  /** `GS r 1`. */
  answerPaperSensor(): void;
  /** `GS a`: on or off. */
  setAutomaticStatus(on: boolean): void;
}
