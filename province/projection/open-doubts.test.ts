import { expect, it } from 'vitest';
import type { FactEnvelope } from '../sync/read-fact.ts';
import { lend } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import type { TestProvince } from '../testing/province.ts';
import type { FactException } from './exceptions.ts';
import { factExceptionRow } from './exceptions.ts';
import type { OpenedDoubts } from './open-doubts.ts';
import { openDoubts } from './open-doubts.ts';

const envelope: FactEnvelope = {
  v: 1,
  id: '0198f000-0000-7000-8000-000000000001',
  station: 'ST-1',
  inc: 'inc-1',
  seq: 1,
  kind: 'of.a-later-version',
  kv: 1,
  at: '2026-11-22T08:00:00.000+07:00',
  clock: { boot: 'b', mono: 0, offset: null },
  actor: 'nv-1',
  desk: 'Quầy 1',
  basis: { epoch: null, cursor: 0, policy: null },
  body: { anything: 'at all' },
};
const unreadable: FactException = {
  rule: 'unreadable-fact',
  envelope,
  about: 'ST-1/inc-1/1',
  occurredAt: Date.parse('2026-11-22T08:00:00.000+07:00'),
};
const { id, stream } = factExceptionRow(unreadable, 'lib-1');

async function opened(
  { db }: TestProvince,
  ...exceptions: readonly FactException[]
): Promise<OpenedDoubts | null> {
  const doubts = exceptions.map((exception) => ({ exception, library: 'lib-1' }));
  return db.transaction().execute((trx) => openDoubts(trx, doubts));
}

describeProvince('exceptions about a fact', (province) => {
  it('ask nothing when there are none', async () => {
    expect(await opened(province())).toBeNull();
  });

  it('are opened once, with the fact and without what is in it', async () => {
    const found = await opened(province(), unreadable, unreadable);
    expect(found?.columns).toMatchObject([
      { id, rule: 'unreadable-fact', stream: null, facts: [envelope.id] },
    ]);
    expect(found?.published).toMatchObject([{ entity: 'exception', id, stream }]);
    expect(found?.refold.changes).toMatchObject([
      {
        entity: 'exception',
        id,
        row: {
          libraries: ['lib-1'],
          sides: [{ kind: 'of.a-later-version', station: 'ST-1', effectiveAt: '2026-11-22T01:00:00.000Z' }],
          resolved: null,
        },
      },
    ]);
    expect(JSON.stringify(found)).not.toContain('at all');
  });

  it('are one for all of a run of a program whose clock is wrong: the first fact stands for them', async () => {
    const suspect = (number: number): FactException => ({
      ...unreadable,
      rule: 'clock-suspect',
      about: 'ST-1/inc-1/boot',
      envelope: { ...envelope, id: envelope.id.replace(/1$/, String(number)) },
    });
    const found = await opened(province(), suspect(1), suspect(2));
    expect(found?.columns).toMatchObject([{ rule: 'clock-suspect', facts: [envelope.id] }]);
  });

  it('are not opened again, also when somebody has dealt with them', async () => {
    const station = await province().station('ST-1');
    const text = JSON.stringify({ ...envelope, seq: 1 });
    station.recordText(text);
    await station.push();
    expect(await opened(province(), unreadable)).toMatchObject({ columns: [], published: [] });
  });

  it('are dealt with from the beginning when that was said before they came', async () => {
    const other = await province().station('ST-2');
    other.record({
      kind: 'exception.resolved',
      body: { exception: id, stream, library: 'lib-1', resolution: 'as-it-should-be', note: '' },
    });
    other.record(lend('i1'));
    await other.push();
    const found = await opened(province(), unreadable);
    expect(found?.refold.changes).toMatchObject([
      { id, row: { resolved: { resolution: 'as-it-should-be' } } },
    ]);
    expect(found?.refold.projected).toMatchObject([{ id, stream }]);
  });

  it('are dealt with from the beginning when the push that brings them says so too', async () => {
    // After a restore a station sends again what it had sent in many pushes.
    const station = await province().station('ST-1');
    station.recordText(JSON.stringify({ ...envelope, seq: 1 }));
    station.record({
      kind: 'exception.resolved',
      body: { exception: id, stream, library: 'lib-1', resolution: 'as-it-should-be', note: '' },
    });
    await station.push();
    const { db } = province();
    const now = await db.selectFrom('current_row').select('row').where('id', '=', id).execute();
    expect(now).toMatchObject([{ row: { resolved: { resolution: 'as-it-should-be' } } }]);
  });
});
