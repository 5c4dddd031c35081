import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { EnrolResponse } from '../../contract/sync/enrolment.ts';
import { plainCode, shortFingerprint } from '../../contract/sync/enrolment.ts';
import type { OutcomeCode, Reason } from '../../domain/outcome.ts';
import { reason } from '../../domain/outcome.ts';
import type { StationConfig } from '../config.ts';
import { freshConfig, readConfig, writeConfig } from '../config.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { unsentIn } from '../store/rescue/unsent.ts';
import { journalFile } from '../store/store.ts';
import type { Enrolled } from './enrol.ts';
import { enrol } from './enrol.ts';
import type { Keystore } from './key-file.ts';
import { openKeyFile, writeKeyFile } from './key-file.ts';
import { lookAtCertificate, provinceLine } from './province-line.ts';
import { makeStationSecret, stationKey } from './station-key.ts';

/** The new key until the province has said yes: an answer may be lost, and the key of before still counts. */
const pendingFolder = 'enrolling';
/** Longest look at a certificate (ms). */
const lookPatience = 15_000;

export interface StationEnrolment {
  readonly folder: string;
  /** `https://…` of the province. */
  readonly province: string;
  /** As typed. */
  readonly code: string;
  /** The fingerprint that the province gave, or that a person has compared; null when nobody has. */
  readonly fingerprint: string | null;
  /** Number of unsent facts that may be left for another province; null: none. */
  readonly discardUnsent: number | null;
  readonly keystore: Keystore;
}

export type StationEnrolled =
  | {
      readonly ok: true;
      readonly station: EnrolResponse;
      /** The key lies in a file that anyone with this user's rights can read. */
      readonly exposed: boolean;
      /** Facts in the journal that wait to be sent. */
      readonly unsent: number;
    }
  /** The server shows a certificate that this computer does not know: a person compares this fingerprint. */
  | { readonly ok: false; readonly compare: string }
  | { readonly ok: false; readonly reason: Reason };

/** Makes a folder a station of a province: a key of its own for a one-time code. A journal in it stays. */
export async function enrolStation(ask: StationEnrolment): Promise<StationEnrolled> {
  const { folder, province } = ask;
  const url = new URL(province);
  const read = readConfig(folder);
  if (!read.ok) return read;
  const unsent = await unsentIn(folder);
  const from = read.config?.province?.url ?? null;
  const leaves = from !== null && new URL(from).origin !== url.origin && unsent.count > 0;
  if (leaves && ask.discardUnsent !== unsent.count)
    return refused(ask.discardUnsent === null ? 'LT-3110' : 'LT-3111', {
      count: unsent.count,
      since: unsent.since ?? '?',
      said: ask.discardUnsent ?? '',
      from,
      path: folder,
    });
  const seen = url.protocol === 'https:' ? await pinOf(province, ask.fingerprint) : { pin: null };
  if (!('pin' in seen)) return seen;
  const answer = await exchangeCode(ask, read.config, url, seen.pin);
  return answer.ok ? { ...answer, unsent: unsent.count } : answer;
}

async function exchangeCode(
  { folder, province, code, keystore }: StationEnrolment,
  config: StationConfig | null,
  url: URL,
  pin: string | null,
): Promise<
  | { readonly ok: true; readonly station: EnrolResponse; readonly exposed: boolean }
  | { readonly ok: false; readonly reason: Reason }
> {
  const lock = lockFolder(folder);
  if (!lock) return refused('LT-3101', { path: folder });
  try {
    const pending = join(folder, pendingFolder);
    const kept = (await openKeyFile(pending, keystore))?.secret ?? makeStationSecret();
    // One that is damaged is worth nothing to the province either.
    const secret = stationKey(kept) ? kept : makeStationSecret();
    const key = stationKey(secret);
    if (!key) throw new Error('A new key cannot be read.');
    await writeKeyFile(pending, secret, keystore);
    const line = provinceLine(province, pin);
    const answer = await enrol(line, key, { code: plainCode(code), station: stationOfJournal(folder) });
    if (!answer.ok) return refused(codeOf[answer.why]);
    const { station: id, desk, library } = answer.station;
    const exposed = await writeKeyFile(folder, secret, keystore);
    writeConfig(folder, {
      ...(config ?? freshConfig(id)),
      station: id,
      desk,
      library,
      province: { url: url.origin, ...(pin === null ? {} : { spki: pin }) },
    });
    rmSync(pending, { recursive: true, force: true });
    return { ok: true, station: answer.station, exposed };
  } finally {
    lock.release();
  }
}

const codeOf: Readonly<Record<(Enrolled & { readonly ok: false })['why'], OutcomeCode>> = {
  unreachable: 'LT-4111',
  'wrong-certificate': 'LT-4106',
  'wrong-code': 'LT-4112',
  'other-station': 'LT-4113',
  'too-often': 'LT-4114',
  'not-a-province': 'LT-4115',
};

function refused(
  code: OutcomeCode,
  params: Reason['params'] = {},
): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason: reason(code, params) };
}

/** The key to pin, once a person or this computer's authorities have said that it is the province's. */
async function pinOf(
  province: string,
  expected: string | null,
): Promise<{ readonly pin: string } | (StationEnrolled & { readonly ok: false })> {
  const shown = await lookAtCertificate(province, AbortSignal.timeout(lookPatience)).catch(() => null);
  if (!shown) return refused('LT-4111');
  const short = shortFingerprint(shown.spki);
  if (expected !== null && expected !== short) return refused('LT-4116', { shown: short });
  return expected !== null || shown.trusted ? { pin: shown.spki } : { ok: false, compare: short };
}

/** Whose journal lies in the folder; null when none does. */
function stationOfJournal(folder: string): string | null {
  const path = join(folder, journalFile);
  if (!existsSync(path)) return null;
  const db = new Database(path, { readonly: true });
  try {
    const row = z.object({ station: z.string() }).safeParse(db.prepare('select station from identity').get());
    return row.success ? row.data.station : null;
  } finally {
    db.close();
  }
}
