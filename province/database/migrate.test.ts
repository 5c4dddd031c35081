import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { isEntity } from '../../contract/sync/rows.ts';
import { databaseKinds } from '../testing/databases.ts';
import { parseRow, rowsOf } from '../testing/stored.ts';
import { migrate, migrateUpTo } from './migrate.ts';
import type { OpenDatabase } from './open.ts';

describe.each(databaseKinds)('migration 0004 ($name)', ({ openEmpty }) => {
  let opened: OpenDatabase | null = null;
  afterEach(async () => opened?.close());

  it('carries over what the new shapes allow, and has stations begin again', async () => {
    opened = await openEmpty();
    const { db } = opened;
    await migrateUpTo(db, '0003-circulation');
    await sql`insert into library values ('lib-1', 'A', 'Thư viện Thử', 'public', 'Asia/Ho_Chi_Minh', '')`.execute(
      db,
    );
    await sql`insert into biblio values ('b1', 'Dế Mèn', 'Tô Hoài', '895', 'Kim Đồng', 1941, null, 'vi')`.execute(
      db,
    );
    await sql`insert into item values ('i1', 'b1', 'lib-1', 'VV.1', '895', 'sach', 'kho-mo', 45000, 'lost'),
      ('i2', 'b1', 'lib-1', 'VV.2', '895', 'sach', 'kho-mo', 45000, 'not-for-loan')`.execute(db);
    await sql`insert into patron values ('r1', 'lib-1', 'T1', 'Bạn đọc Thử Một', 'nguoi-lon', 'blocked', '2027-12-31'),
      ('r2', 'lib-1', 'T2', 'Bạn đọc Thử Hai', 'nguoi-lon', 'card-lost', '2027-12-31')`.execute(db);
    await sql`insert into policy_set values ('p1', 'p1', '2026-01-01', '[]', '[]')`.execute(db);
    await sql`insert into calendar values ('c1', 'lib-1', '[1]', '[]')`.execute(db);
    await sql`insert into loan values
      ('l1', 'i1', 'r1', 'lib-1', 'ST-1', '2026-11-01T08:00:00+07:00', '2026-11-15', 0, 'p1', '2026-11-10T08:00:00+07:00'),
      ('l2', 'i1', 'r2', 'lib-1', 'ST-1', '2026-11-11T08:00:00+07:00', '2026-11-25', 1, 'p1', null),
      ('l3', 'i-nobody-knows', 'r2', 'lib-1', 'ST-1', '2026-11-11T08:00:00+07:00', '2026-11-25', 1, 'p1', null)`.execute(
      db,
    );
    const rule = 'double-loan';
    await sql`insert into exception values (${randomUUID()}, ${rule}, 'i1', '[]', now())`.execute(db);
    await sql`insert into change values (1, 'patron', 'r1', '{"status":"blocked"}', 1)`.execute(db);
    await sql`update feed_head set pos = 40`.execute(db);
    const before = await db.selectFrom('epoch').select('id').execute();
    await migrate(db);

    const rows = await db.selectFrom('current_row').selectAll().orderBy('entity').orderBy('id').execute();
    expect(rows.map(({ entity, id, stream }) => [entity, id, stream])).toEqual([
      ['biblio', 'b1', 'catalogue/b1'],
      ['calendar', 'c1', 'calendar/c1'],
      ['item', 'i1', 'catalogue/b1'],
      ['item', 'i2', 'catalogue/b1'],
      ['item-state', 'i1', 'item/i1'],
      ['library', 'lib-1', null],
      ['loan', 'l1', 'item/i1'],
      ['loan', 'l2', 'item/i1'],
      ['patron', 'r1', 'patron/r1'],
      ['patron', 'r2', 'patron/r2'],
    ]);
    for (const { entity, id, row } of rows) {
      if (!isEntity(entity)) throw new Error(`no such entity: ${entity}`);
      expect(parseRow(entity, row)).toMatchObject({ id });
    }
    expect(await rowsOf(db, 'item')).toMatchObject([{ lending: 'for-loan' }, { lending: 'not-for-loan' }]);
    expect(await rowsOf(db, 'patron')).toMatchObject([
      { cardLost: false, block: { until: 'endless' } },
      { cardLost: true, block: null },
    ]);
    expect(await rowsOf(db, 'item-state')).toMatchObject([{ state: { status: 'on-loan', loan: 'l2' } }]);
    expect(await db.selectFrom('exception').select(['rule', 'stream']).execute()).toEqual([
      { rule, stream: 'item/i1' },
    ]);

    const changes = await db.selectFrom('change').select(['pos', 'entity']).orderBy('pos').execute();
    // Migration 0007 announces them once more, each with its audience.
    const first = 41 + rows.length;
    expect(changes).toEqual(rows.map(({ entity }, index) => ({ pos: first + index, entity })));
    const { pos } = await db.selectFrom('feed_head').select('pos').executeTakeFirstOrThrow();
    expect(pos).toBe(60);
    expect(await db.selectFrom('epoch').select('id').execute()).toHaveLength(before.length + 2);
  });
});

describe.each(databaseKinds)('migrations 0009 and 0011 ($name)', ({ openEmpty }) => {
  let opened: OpenDatabase | null = null;
  afterEach(async () => opened?.close());

  it('has facts of before judged where those of now are, at their time: added copies, receipts by number', async () => {
    opened = await openEmpty();
    const { db } = opened;
    await migrateUpTo(db, '0008-snapshots');
    const fact = (id: string, kind: string, body: object) =>
      sql`insert into fact (id, kind, kv, station, inc, seq, effective_at, body, bytes)
        values (${id}, ${kind}, 1, 'ST-1', 'inc-1', 1, now(), ${JSON.stringify(body)}::jsonb, '')`.execute(
        db,
      );
    const [added, leased, provisional] = [randomUUID(), randomUUID(), randomUUID()];
    await fact(added, 'item.fast-added', { item: { id: 'i1' }, biblio: { id: 'b1' } });
    await fact(leased, 'payment.taken', {
      receipt: { kind: 'leased', series: 'AA', year: 2026, number: 7 },
    });
    await fact(provisional, 'payment.taken', { receipt: { kind: 'provisional', text: 'T-1' } });
    await migrate(db);
    const { rows } = await sql`select stream, fact_id, fact_stream.effective_at = fact.effective_at as in_time
      from fact_stream join fact on fact.id = fact_id order by stream`.execute(db);
    expect(rows).toEqual([
      { stream: 'item/i1', fact_id: added, in_time: true },
      { stream: 'receipt/AA/2026/7', fact_id: leased, in_time: true },
    ]);
  });
});
