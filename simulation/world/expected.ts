import { isDiskFull } from '../../main/store/sqlite.ts';
import type { Machine } from '../station/machine.ts';

/** Only a full disk may keep a station from doing what it is asked. */
export function isExpected({ full }: Machine, error: unknown): boolean {
  return full !== null && isDiskFull(error);
}
