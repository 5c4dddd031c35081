import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { pushLineText } from '../../contract/sync/rescue.ts';
import type { MissingFacts } from '../../domain/exceptions/exception.ts';
import type { WholeLink } from '../../main/store/journal/whole-links.ts';
import { readableLinks } from '../../main/store/journal/whole-links.ts';
import { journalFile, openStore } from '../../main/store/store.ts';
import { rescueFile } from '../../main/store/rescue/rescue-file.ts';
import { scanAt } from '../../main/testing/desk-context.ts';
import type { Damage } from '../../main/testing/damage.ts';
import { damaged, damages, forkedJournal, writeJournal } from '../../main/testing/damage.ts';
import { testFolder } from '../../main/testing/folders.ts';
import { fillMirror } from '../../main/testing/small-library.ts';
import { verifyJournals } from '../../province/audit/verify.ts';
import type { ProvinceSchema } from '../../province/database/schema.ts';
import { importRescue } from '../../province/rescue/import-rescue.ts';
import { takeInRescued } from '../../province/rescue/take-in.ts';
import { enrolStation } from '../../province/stations/enrol.ts';
import { openInMemory } from '../../province/testing/databases.ts';
import { rowsOf } from '../../province/testing/stored.ts';
import { migrate } from '../../province/database/migrate.ts';

/** Facts of the first life of the damaged journal that the province has. */
const acked = 6;

async function* bytes(parts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield Buffer.from(part);
}

async function emptyProvince(): Promise<Kysely<ProvinceSchema>> {
  const { db, close } = await openInMemory();
  onTestFinished(close);
  await migrate(db);
  const proof = { publicKey: 'A'.repeat(43) };
  await enrolStation(db, { station: 'ST-1', library: 'lib-1', desk: 'Quầy 1', proof });
  return db;
}

it('what a station exports is what the province takes in, and what the station pushes later is held', async () => {
  const folder = testFolder();
  const { store } = openStore(folder, 'ST-1');
  onTestFinished(() => store.close());
  fillMirror(store);
  for (const copy of ['VV.1', 'VV.2', 'VV.3']) scanAt(store, copy, 'patron-THE-1');
  const db = await emptyProvince();
  const takeIn = (lines: string) =>
    takeInRescued(db, { station: 'ST-1', inc: store.journal.incarnation, lines }, Date.now());

  const file = await rescueFile({ folder, all: false, now: '2026-11-25T22:59:00.000+07:00', app: 'test' });
  if (!file) throw new Error('nothing to export');
  const report = await importRescue(bytes(file.parts()), ({ lines }) => takeIn(lines));
  file.close();
  expect(report).toMatchObject({ station: 'ST-1', added: 3, held: 0, left: 0, whole: true });
  const later = store.journal.linesAfter(0, { facts: 500, bytes: 1_000_000 });
  expect(await takeIn(later.map(pushLineText).join(''))).toMatchObject({ added: 0, held: 3, acked: 3 });
});

it('a journal that is damaged anywhere: all that is whole gets to the province, once, and what is not is named', async () => {
  const original = forkedJournal(testFolder(), { each: 12, acked });
  const folder = testFolder();
  writeJournal(folder, original);
  const written = linksOf(folder);
  const db = await emptyProvince();
  const exported = async () =>
    rescueFile({ folder, all: true, now: '2026-11-26T02:10:00.000+07:00', app: 'test' });
  const imported = async () => {
    const file = await exported();
    if (!file) throw new Error('nothing to export');
    const report = await importRescue(bytes(file.parts()), (lines) => takeInRescued(db, lines, Date.now()));
    file.close();
    return { header: file.header, report };
  };
  const stored = async (): Promise<ReadonlySet<string>> =>
    new Set((await db.selectFrom('fact').select('id').execute()).map(({ id }) => id));

  const page = (at: number) => [{ kind: 'page', at, from: 'ones' }] as const;
  const examples: [readonly Damage[]][] = [0, 0.5, 0.6, 0.8].map((at) => [page(at)]);
  await fc.assert(
    fc.asyncProperty(damages, async (done) => {
      await sql`truncate journal_entry, fact, fact_stream, change, published, projection, exception`.execute(
        db,
      );
      rmSync(join(folder, `${journalFile}-shm`), { force: true });
      writeJournal(folder, damaged(original, done));
      const found = linksOf(folder);
      if (found.length === 0) return;
      const { header, report } = await imported();
      expect(report).toMatchObject({ left: 0, whole: true });
      const once = await stored();
      const expected = header.damage ? found : found.filter(({ inc, seq }) => !isGivenUp(written, inc, seq));
      expect(once).toStrictEqual(new Set(expected.map(({ factId }) => factId)));
      const { rows } = await sql`select inc, seq, hash from journal_entry order by inc, seq`.execute(db);
      expect((await imported()).report).toMatchObject({ added: 0, left: 0 });
      const again = await sql`select inc, seq, hash from journal_entry order by inc, seq`.execute(db);
      expect(again.rows).toStrictEqual(rows);
      const named = (await rowsOf(db, 'exception')).filter(({ rule }) => rule === 'journal-damaged');
      const missing = named.flatMap((row) => row.missing ?? []);
      expect(missing.toSorted(byPlace)).toStrictEqual([...(header.damage?.missing ?? [])].sort(byPlace));
      expect((await verifyJournals(db, [])).faults).toStrictEqual([]);
    }),
    { numRuns: process.env['LUU_THONG_FUZZ'] ? 200 : 5, examples },
  );
});

function byPlace(one: MissingFacts, other: MissingFacts): number {
  return one.inc === other.inc ? one.from - other.from : one.inc < other.inc ? -1 : 1;
}

/** True for what the first life of the journal left to the second. */
function isGivenUp(written: readonly WholeLink[], inc: string, seq: number): boolean {
  return inc === written[0]?.inc && seq > acked;
}

function linksOf(folder: string): readonly WholeLink[] {
  const { prefix, behind } = readableLinks(join(folder, journalFile));
  return [...prefix, ...behind];
}
