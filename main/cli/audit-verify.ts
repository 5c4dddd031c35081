import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { formatReason } from '../../contract/locales/format.ts';
import { reason } from '../../domain/outcome.ts';
import { verifyChain } from '../store/journal/chain.ts';
import { isCorrupt } from '../store/sqlite.ts';
import { journalFile } from '../store/store.ts';
import type { Command } from './command.ts';
import { requiredOptions, WrongUse } from './command.ts';

/** Walks a station's whole journal. Prints one JSON line; the exit code is 1 when the chain is broken. */
export const auditVerify: Command = {
  name: 'audit verify',
  usage: 'audit verify --data DIR',
  run(args) {
    const { data } = requiredOptions(args, ['data']);
    const path = join(data, journalFile);
    if (!existsSync(path)) throw new WrongUse(`There is no journal at ${path}.`);
    const report = verify(path);
    process.stdout.write(`${JSON.stringify({ ok: report.brokenAt === null, ...report })}\n`);
    if (report.brokenAt === null) return 0;
    process.stderr.write(`LT-3103 ${formatReason(reason('LT-3103', { seq: report.brokenAt.seq }), 'vi')}\n`);
    return 1;
  },
};

function verify(path: string): ReturnType<typeof verifyChain> {
  const db = new Database(path, { readonly: true });
  try {
    return verifyChain(db);
  } catch (error) {
    if (isCorrupt(error)) return { entries: 0, brokenAt: { inc: '', seq: 0 } };
    throw error;
  } finally {
    db.close();
  }
}
