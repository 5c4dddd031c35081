import { createHash } from 'node:crypto';
import type { PushLine } from '../../contract/sync/protocol.ts';
import type { RescueDamage, RescueRefusal, RescueReport } from '../../contract/sync/rescue.ts';
import { pushLineText } from '../../contract/sync/rescue.ts';
import { importRescue } from '../rescue/import-rescue.ts';
import { takeInRescued } from '../rescue/take-in.ts';
import type { TestProvince } from './province.ts';
import type { TestStation } from './station.ts';

/** The rescue file of a station that has `lines` to send. */
export function rescueText(
  station: TestStation,
  lines: readonly PushLine[] = station.journal,
  damage?: RescueDamage,
): string {
  const body = lines.map(pushLineText).join('');
  const header = {
    rescue: 1,
    station: station.name,
    incarnation: station.inc,
    epoch: null,
    madeAt: '2026-11-22T15:00:00.000+07:00',
    app: 'test',
    facts: lines.length,
    oldestAt: null,
    journals: [],
    unreadable: 0,
    bytes: Buffer.byteLength(body),
    sha256: createHash('sha256').update(body).digest('hex'),
    ...(damage ? { damage } : {}),
  };
  return `${JSON.stringify(header)}\n${body}`;
}

/** In pieces that end anywhere. */
export async function* pieces(text: string, size = 1_000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** Has the province take in a rescue file. */
export function imported({ db, now }: TestProvince, text: string): Promise<RescueReport | RescueRefusal> {
  return importRescue(pieces(text), (lines) => takeInRescued(db, lines, now()));
}
