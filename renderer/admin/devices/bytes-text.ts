import type { LineBytes } from '../../../contract/devices/detection.ts';
import type { Translate } from '../../i18n/start.ts';

/** The time of a piece to the millisecond, as this computer's clock shows it. */
export function timeOf(at: string): string {
  const time = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${String(time.getMilliseconds()).padStart(3, '0')}`;
}

/** Pieces as lines of text for whoever repairs a device, the oldest first. */
export function bytesText(t: Translate, pieces: readonly LineBytes[]): string {
  return pieces
    .map(({ at, direction, length, hex, text }) =>
      [at, t(`deviceSetup.log.${direction}`), length, hex, text].join('\t'),
    )
    .join('\n');
}
