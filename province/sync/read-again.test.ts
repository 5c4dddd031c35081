import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { factEnvelopeSchema } from '../../contract/sync/protocol.ts';
import type { Fact, FactDraft } from '../../domain/facts/fact.ts';
import { plainLoanPolicy, plainPolicySet } from '../../domain/world/plain-policies.ts';
import { publishRows } from '../catalogue/publish.ts';
import type { FactException } from '../projection/exceptions.ts';
import { factExceptionRow } from '../projection/exceptions.ts';
import { enrolStation } from '../stations/enrol.ts';
import { emptyDatabase } from '../testing/databases.ts';
import { lend, pay, register, takeBack } from '../testing/drafts.ts';
import { mirrorOf } from '../testing/mirror.ts';
import type { TestProvince } from '../testing/province.ts';
import { describeProvince } from '../testing/province.ts';
import { biblio, item, library, patron, policy } from '../testing/rows.ts';
import type { TestStation } from '../testing/station.ts';
import { rowsOf, rulesOf } from '../testing/stored.ts';
import { ingest } from './ingest.ts';
import type { PushedFact } from './push-lines.ts';
import { readPush } from './push-lines.ts';
import { readAgain } from './read-again.ts';

/** Brings a journal as a province does that cannot read kinds of fact which `knows` says nothing of. */
async function bring(
  { db, now }: TestProvince,
  { name, inc, journal }: TestStation,
  knows: (kind: string) => boolean,
): Promise<void> {
  const body = Buffer.from(journal.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const facts = readPush(body, name, inc)?.facts ?? [];
  const understood = facts.map((pushed): PushedFact => {
    const { envelope, bytes, prev, hash } = pushed;
    return knows(envelope.kind) ? pushed : { envelope, fact: null, bytes, prev, hash };
  });
  await ingest(db, { station: name, inc }, understood, now());
}

const all = (): boolean => true;
const none = (): boolean => false;

/** A place in time; the ids of facts ascend with it, as those of desks do. */
const at = (time: string): Pick<Fact, 'at' | 'id'> => ({
  at: `2026-11-22T${time}:00.000+07:00`,
  id: `0198f000-0000-7000-8000-00000000${time.replace(':', '')}`,
});

/** A copy lent at a desk that is cut off, whose facts nobody can read yet, and lent again at another. */
interface History {
  readonly late: TestStation;
  readonly other: TestStation;
}

async function makeHistory(province: TestProvince): Promise<History> {
  const late = await province.station('ST-1');
  const other = await province.station('ST-2');
  // Ids do not always ascend within a journal: a clock was put back.
  late.record(lend('i1'), { ...at('08:00'), id: at('08:05').id });
  const second = late.record(lend('i2'), { ...at('08:05'), id: at('08:00').id });
  late.record(takeBack('i2', second), at('08:10'));
  late.record(register('r9', 'Bạn đọc Thử'), at('08:12'));
  // Cataloguing has the copy under another title: that stands.
  late.record(
    { kind: 'item.fast-added', body: { item: item('i2', 'b9').row, biblio: biblio('b9').row } },
    at('08:13'),
  );
  // The desk's clock is hours ahead.
  late.record(lend('i9', 'r9'), at('20:00'));
  // Another desk has the copy in hand at an hour when it was out, and lends it.
  const again = other.record(lend('i1', 'patron-2'), at('09:00'));
  other.record(takeBack('i1', again), at('10:00'));
  other.record(lend('i2', 'patron-2'), at('10:05'));
  return { late, other };
}

async function begin({ db }: TestProvince, { late, other }: History): Promise<void> {
  await emptyDatabase(db);
  for (const { name: station, key } of [late, other]) {
    const proof = { publicKey: key.publicKey };
    await enrolStation(db, { station, library: 'lib-1', desk: 'Quầy 1', proof });
  }
  await publishRows(db, [
    library('lib-1'),
    biblio('b1'),
    ...['i1', 'i2'].map((id) => item(id)),
    ...['patron-1', 'patron-2'].map((id) => patron(id)),
    policy('p1'),
    policy('p2', '2026-06-01'),
  ]);
}

/** Everything that follows from the facts, in the tables and at a desk. */
async function stateOf({ db }: TestProvince, station: TestStation) {
  const rows = db.selectFrom('current_row').selectAll().where('entity', '<>', 'receipt-range');
  return {
    rows: await rows.orderBy('entity').orderBy('id').execute(),
    streams: await db.selectFrom('fact_stream').selectAll().orderBy('stream').orderBy('fact_id').execute(),
    projected: await db.selectFrom('projection').selectAll().orderBy('entity').orderBy('id').execute(),
    exceptions: await db.selectFrom('exception').selectAll().orderBy('id').execute(),
    mirror: new Map([...(await mirrorOf(station))].filter(([key]) => !key.startsWith('receipt-range/'))),
  };
}

/** The feed has every position once. */
async function expectNoHole({ db }: TestProvince): Promise<void> {
  const lines = await db.selectFrom('change').select('pos').orderBy('pos').execute();
  const { pos } = await db.selectFrom('feed_head').select('pos').executeTakeFirstOrThrow();
  expect(lines.map((line) => line.pos)).toEqual(Array.from({ length: pos }, (_none, index) => index + 1));
}

/** The exception about the last fact of a journal. */
function exceptionOf({ journal }: TestStation, rule: FactException['rule'], about: string) {
  const envelope = factEnvelopeSchema.parse(JSON.parse(journal.at(-1)?.bytes ?? ''));
  return factExceptionRow({ rule, envelope, about, occurredAt: 0 }, 'lib-1');
}

function resolve(exception: string, stream: string) {
  const resolution = 'as-it-should-be';
  const body = { exception, stream, library: 'lib-1', resolution, note: '' };
  return { kind: 'exception.resolved', body } as const satisfies FactDraft;
}

describeProvince('facts that an earlier version could not read', (province) => {
  it('count as if they had been readable when they came, whatever the batch', async () => {
    const history = await makeHistory(province());
    const { late, other } = history;
    await begin(province(), history);
    for (const station of [late, other]) await bring(province(), station, all);
    const wanted = await stateOf(province(), other);
    expect(await rulesOf(province().db)).toContain('double-loan');
    for (const most of [2, 500]) {
      await begin(province(), history);
      await bring(province(), late, none);
      await bring(province(), other, all);
      expect((await rulesOf(province().db)).filter((rule) => rule === 'unreadable-fact')).toHaveLength(6);
      const before = await other.hello();
      expect(await readAgain(province().db, most)).toBe(late.journal.length);
      expect(await stateOf(province(), other)).toEqual(wanted);
      // A desk that has everything up to now follows with the lines that came.
      const { rows } = await other.changes({ epoch: before.epoch, cursor: before.head });
      expect(rows.filter(({ entity, row }) => entity === 'exception' && row === null)).toHaveLength(6);
      await expectNoHole(province());
    }
  });

  it('are read once: a start with nothing to do writes nothing', async () => {
    const history = await makeHistory(province());
    await begin(province(), history);
    await bring(province(), history.late, none);
    await readAgain(province().db);
    const state = await stateOf(province(), history.other);
    const { head } = await history.other.hello();
    expect(await readAgain(province().db)).toBe(0);
    expect((await history.other.hello()).head).toBe(head);
    expect(await stateOf(province(), history.other)).toEqual(state);
  });

  it('are all read in the end when a start was cut off in the middle', async () => {
    const { db } = province();
    const history = await makeHistory(province());
    const { late, other } = history;
    await begin(province(), history);
    for (const station of [late, other]) await bring(province(), station, all);
    const wanted = await stateOf(province(), other);
    await begin(province(), history);
    await bring(province(), late, none);
    await bring(province(), other, all);
    const ids = (await db.selectFrom('fact').select('id').where('station', '=', 'ST-1').execute()).map(
      ({ id }) => id,
    );
    const third = ids.toSorted()[2] ?? '';
    await sql`alter table fact_stream add constraint cut_off check (fact_id <> ${sql.lit(third)})`.execute(
      db,
    );
    await expect(readAgain(db, 2)).rejects.toThrow('cut_off');
    await sql`alter table fact_stream drop constraint cut_off`.execute(db);
    expect((await rulesOf(db)).filter((rule) => rule === 'unreadable-fact')).toHaveLength(4);
    expect(await readAgain(db, 2)).toBe(4);
    expect(await stateOf(province(), other)).toEqual(wanted);
    await expectNoHole(province());
  });

  it('are no exception any more, also where somebody has said something of it', async () => {
    const { db } = province();
    const history = await makeHistory(province());
    const { late, other } = history;
    const place = `ST-1/inc-1/${late.journal.length}`;
    const { id, stream } = exceptionOf(late, 'unreadable-fact', place);
    other.record(resolve(id, stream));
    for (const resolutionReadable of [true, false]) {
      await begin(province(), history);
      for (const station of [late, other]) await bring(province(), station, all);
      const wanted = await stateOf(province(), other);
      await begin(province(), history);
      await bring(province(), late, none);
      await bring(province(), other, (kind) => resolutionReadable || kind !== 'exception.resolved');
      const open = (await rowsOf(db, 'exception')).find((row) => row.id === id);
      expect(open?.resolved?.resolution ?? null).toBe(resolutionReadable ? 'as-it-should-be' : null);
      await readAgain(db);
      expect((await rowsOf(db, 'exception')).filter((row) => row.rule === 'unreadable-fact')).toEqual([]);
      expect(await stateOf(province(), other)).toEqual(wanted);
    }
  });

  it('use the receipt numbers that they name, and are judged by the policies of their day', async () => {
    const { db } = province();
    const station = await province().station('ST-1');
    const policies = [policy('p1'), policy('p2', '2026-06-01')];
    await publishRows(db, [library('lib-1'), ...policies]);
    await station.hello();
    const lease = await db.selectFrom('receipt_lease').selectAll().executeTakeFirstOrThrow();
    const { series, year, first } = lease;
    station.record(pay('c1', 20_000, { kind: 'leased', series, year, number: first + 6 }));
    station.record(lend('i1'));
    const { id, stream } = exceptionOf(station, 'policy-superseded', 'ST-1/inc-1/p1');
    station.record(resolve(id, stream));
    await bring(province(), station, none);
    await readAgain(db);
    expect(await db.selectFrom('receipt_lease').select('used').execute()).toEqual([{ used: first + 6 }]);
    const said = (await rowsOf(db, 'exception')).find((row) => row.id === id);
    expect(said).toMatchObject({ resolved: { resolution: 'as-it-should-be' } });
  });

  it('are loans that a reader has in hand', async () => {
    const { db } = province();
    const limits = [{ max: 2, use: 'any', itemClass: 'any', library: 'any' } as const];
    const loanPolicies = [{ ...plainLoanPolicy, id: 'ordinary', limits }];
    await publishRows(db, [
      { entity: 'policy', row: plainPolicySet({ id: 'p1', version: 'p1', loanPolicies }) },
    ]);
    const [one, two] = [await province().station('ST-1'), await province().station('ST-2')];
    const { epoch, head: cursor } = await two.hello();
    const basis = { epoch, cursor, policy: 'p1' };
    one.record(lend('i1'), { basis });
    for (const copy of ['i2', 'i3']) two.record(lend(copy), { basis });
    await bring(province(), one, none);
    await bring(province(), two, all);
    await readAgain(db);
    expect(await rulesOf(db)).toEqual(['over-limit']);
  });

  it('stay as they are where this version cannot read them either', async () => {
    const { db } = province();
    const station = await province().station('ST-1');
    station.record(lend('i1'));
    const [line] = station.journal;
    const fact = JSON.parse(line?.bytes ?? '');
    const texts = [
      { kind: 'of.a-later-version' },
      { kv: 2 },
      { body: { ...fact.body, use: 'of a later version' } },
    ];
    for (const [index, part] of texts.entries())
      station.recordText(JSON.stringify({ ...fact, id: randomUUID(), seq: index + 2, ...part }));
    await bring(province(), station, none);
    expect(await rulesOf(db)).toHaveLength(4);
    expect(await readAgain(db, 2)).toBe(1);
    expect((await rulesOf(db)).filter((rule) => rule === 'unreadable-fact')).toHaveLength(3);
    expect(await readAgain(db)).toBe(0);
  });
});
