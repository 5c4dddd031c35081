import { expect, it } from 'vitest';
import { publishRows } from '../catalogue/publish.ts';
import { charge, lend, pay, placeHold, register, takeBack, trap, undo } from '../testing/drafts.ts';
import { elsewhere } from '../testing/elsewhere.ts';
import { mirrorOf, mirrored } from '../testing/mirror.ts';
import { describeProvince } from '../testing/province.ts';
import { biblio, item, library, patron } from '../testing/rows.ts';
import type { TestStation } from '../testing/station.ts';

const secret = (what: string): string => `KHÔNG-AI-ĐƯỢC-BIẾT-${what}`;

/** A reader of `lib-1` about whom everything is written that can be. */
const reader = {
  ...patron('patron-1', 'Bạn đọc Thử').row,
  birthDate: '1987-06-05',
  block: { until: 'endless', reason: secret('LÝ-DO'), at: '2026-11-01T08:00:00.000+07:00' },
  exemptions: [
    {
      ground: secret('CĂN-CỨ'),
      seenAt: '2026-11-01T08:00:00.000+07:00',
      seenBy: secret('AI'),
      until: 'endless',
    },
  ],
  consents: [
    {
      purpose: 'contact',
      granted: true,
      text: secret('VĂN-BẢN'),
      at: '2026-11-01T08:00:00.000+07:00',
      by: 'thu-thu',
      agreed: 'patron',
    },
  ],
  aliases: ['citizen-id:abc'],
  sealed: secret('NIÊM-PHONG'),
} as const;

/** All bytes of every answer that a station can get of the feed, in pages of every kind. */
async function everythingSaid(station: TestStation): Promise<string> {
  const { epoch, head } = await station.hello();
  let said = JSON.stringify(await station.hello());
  for (const protocol of ['1', '2'])
    for (const filling of ['0', '1'])
      for (let cursor = 0; cursor <= head; cursor += 1)
        for (const limit of ['1', '2000']) {
          const query = { epoch, cursor: String(cursor), inc: 'inc-1', limit, protocol, filling };
          said += (await station.request({ url: '/sync/v1/changes', query })).body;
        }
  return said;
}

describeProvince('scopes', (province) => {
  it('give no other library what identifies a reader, by any request', async () => {
    const home = await province().station('ST-1');
    const other = await elsewhere(province(), 'ST-2');
    await publishRows(province().db, [library('lib-1'), { entity: 'patron', row: reader }]);
    home.record({
      kind: 'message.added',
      body: {
        about: { kind: 'patron', patron: 'patron-1' },
        library: 'lib-1',
        text: secret('LỜI'),
        until: null,
      },
    });
    home.record({
      kind: 'charge.waived',
      body: {
        charge: 'c1',
        patron: 'patron-1',
        library: 'lib-1',
        amount: 1,
        ground: secret('NGHÈO'),
        note: '',
      },
    });
    const { kind, body } = charge('c1', 10_000);
    home.record({ kind, body: { ...body, note: secret('GHI-CHÚ') } });
    const hold = placeHold('patron-1');
    home.record({ ...hold, body: { ...hold.body, note: secret('GIỮ') } });
    await home.push();
    expect(await mirrored(home, 'patron', 'patron-1')).toEqual(reader);
    const said = await everythingSaid(other);
    expect(said).toContain('Bạn đọc Thử');
    expect(said).not.toContain('KHÔNG-AI');
    expect(said).not.toContain('1987');
    expect(await mirrored(other, 'patron', 'patron-1')).toEqual({
      ...reader,
      birthDate: null,
      block: { ...reader.block, reason: '' },
      exemptions: [],
      consents: [],
      sealed: null,
    });
    expect(await everythingSaid(home)).toContain(secret('NIÊM-PHONG'));
  });

  it('keep what is settled and read between the libraries concerned', async () => {
    const home = await province().station('ST-1');
    const other = await elsewhere(province(), 'ST-2');
    const third = await elsewhere(province(), 'ST-3', 'lib-3');
    await publishRows(province().db, [item('i1'), patron('patron-1')]);
    const loan = home.record(lend('i1'));
    await home.push();
    expect(await mirrored(third, 'loan', loan)).toMatchObject({ patron: 'patron-1' });
    const before = await third.hello();
    const { kind, body } = takeBack('i1', loan);
    other.record({ kind, body: { ...body, library: 'lib-2' } });
    await other.push();
    for (const station of [home, other])
      expect(await mirrored(station, 'loan', loan)).toMatchObject({ returnedTo: 'lib-2' });
    expect(await mirrored(home, 'item-state', 'i1')).toMatchObject({ lastLoan: { loan } });
    expect(await mirrored(third, 'loan', loan)).toBeNull();
    expect(await mirrored(third, 'item-state', 'i1')).toMatchObject({ lastLoan: null });
    // Who had it is told that it is gone; who begins today never hears of it.
    const { rows } = await third.changes({ epoch: before.epoch, cursor: before.head });
    expect(rows.filter(({ id }) => id === loan)).toEqual([expect.objectContaining({ row: null })]);
    expect(await everythingSaid(await elsewhere(province(), 'ST-4', 'lib-4'))).not.toContain(
      '"returnedAt":"2',
    );
  });

  it('leave limits and debts where they count', async () => {
    const home = await province().station('ST-1');
    const other = await elsewhere(province(), 'ST-2');
    home.record(charge('c1', 10_000));
    const hold = home.record(placeHold('patron-1'));
    home.record(trap(hold, 'i1'));
    const deposit = pay('c0', 50_000);
    const deposited = home.record({
      ...deposit,
      body: { ...deposit.body, purpose: 'deposit', allocations: [] },
    });
    const paid = home.record(pay('c9', 5_000));
    await home.push();
    const mirror = await mirrorOf(other);
    expect(mirror.get('charge/c1')).toMatchObject({ amount: 10_000 });
    expect(mirror.get(`hold/${hold}`)).toMatchObject({ state: { status: 'waiting' } });
    expect(mirror.get(`payment/${deposited}`)).toMatchObject({ amount: 50_000, by: '', tendered: null });
    expect(mirror.has(`payment/${paid}`)).toBe(false);
    home.record(pay('c1', 10_000));
    await home.push();
    expect(await mirrored(other, 'charge', 'c1')).toBeNull();
    expect(await mirrored(home, 'charge', 'c1')).toMatchObject({ amount: 10_000 });
  });

  it('keep restricted material with its library, also what was said of it before', async () => {
    const home = await province().station('ST-1');
    const other = await elsewhere(province(), 'ST-2');
    await publishRows(province().db, [biblio('b1', secret('NHAN-ĐỀ')), item('i1'), patron('patron-1')]);
    const loan = home.record(lend('i1'));
    home.record(placeHold('patron-2'));
    await home.push();
    const held = await mirrorOf(other);
    expect([...held.keys()]).toEqual(
      expect.arrayContaining(['biblio/b1', 'item/i1', 'item-state/i1', `loan/${loan}`]),
    );
    const { epoch, head } = await other.hello();
    await publishRows(province().db, [{ entity: 'item', row: { ...item('i1').row, lending: 'restricted' } }]);
    const gone = (await other.changes({ epoch, cursor: head })).rows.filter(({ row }) => row === null);
    expect(gone.map(({ entity }) => entity).toSorted()).toEqual([
      'biblio',
      'hold',
      'item',
      'item-state',
      'loan',
    ]);
    expect(await everythingSaid(await elsewhere(province(), 'ST-3', 'lib-3'))).not.toMatch(
      /KHÔNG-AI|VV\.i1/u,
    );
    expect(await mirrored(home, 'biblio', 'b1')).toMatchObject({ title: secret('NHAN-ĐỀ') });
    // Another copy, free for all: the title is what it was, and the copy that is not stays where it is.
    await publishRows(province().db, [item('i2')]);
    const now = await mirrorOf(other);
    expect([now.has('biblio/b1'), now.has('item/i2'), now.has('item/i1')]).toEqual([true, true, false]);
    await publishRows(province().db, [item('i1')]);
    expect((await mirrorOf(other)).has(`loan/${loan}`)).toBe(true);
  });

  it('follow a reader to another library', async () => {
    const home = await province().station('ST-1');
    const other = await elsewhere(province(), 'ST-2');
    await publishRows(province().db, [{ entity: 'patron', row: reader }]);
    const paid = home.record(pay('c9', 5_000));
    await home.push();
    expect(await mirrored(other, 'payment', paid)).toBeNull();
    await publishRows(province().db, [{ entity: 'patron', row: { ...reader, library: 'lib-2' } }]);
    expect(await mirrored(other, 'patron', 'patron-1')).toMatchObject({ sealed: reader.sealed });
    expect(await mirrored(other, 'payment', paid)).toMatchObject({ amount: 5_000 });
    expect(await mirrored(home, 'patron', 'patron-1')).toMatchObject({ sealed: null });
    expect(await everythingSaid(await elsewhere(province(), 'ST-5', 'lib-1'))).not.toContain('KHÔNG-AI');
  });

  it('follow a reader whose registration was undone: the home library is none any more', async () => {
    const home = await province().station('ST-1');
    const other = await elsewhere(province(), 'ST-2');
    await publishRows(province().db, [library('lib-1'), library('lib-2')]);
    const { kind, body } = register('patron-9', 'Bạn đọc Thử');
    const registered = other.record({ kind, body: { patron: { ...body.patron, library: 'lib-2' } } });
    await other.push();
    const paid = pay('c9', 5_000);
    const taken = home.record({ ...paid, body: { ...paid.body, patron: 'patron-9' } });
    await home.push();
    expect(await mirrored(other, 'payment', taken)).toMatchObject({ by: 'thu-thu' });
    other.record(undo([registered], ['patron/patron-9']));
    await other.push();
    expect(await mirrored(other, 'payment', taken)).toBeNull();
  });

  it('follow a copy, with the work about it, to the library that owns it now', async () => {
    const home = await province().station('ST-1');
    const other = await elsewhere(province(), 'ST-2');
    const copy = (library: string) => {
      const made = item('i2');
      return { ...made, row: { ...made.row, library } };
    };
    await publishRows(province().db, [library('lib-1'), item('i1'), copy('lib-2'), patron('patron-1')]);
    const hold = home.record(placeHold('patron-1'));
    const aside = home.record(trap(hold, 'i1'));
    const second = home.record(trap(hold, 'i2'));
    await home.push();
    const id = `hold-trapped-elsewhere/${aside}/${second}`;
    expect(await mirrored(other, 'exception', id)).toMatchObject({ item: 'i2' });
    await publishRows(province().db, [copy('lib-1')]);
    expect(await mirrored(other, 'exception', id)).toBeNull();
    await publishRows(province().db, [copy('lib-2')]);
    expect(await mirrored(other, 'exception', id)).toMatchObject({ item: 'i2' });
  });

  it('give receipt numbers to the library whose station they are for', async () => {
    const home = await province().station('ST-1');
    const other = await elsewhere(province(), 'ST-2');
    const ranges = async (station: TestStation): Promise<number> =>
      [...(await mirrorOf(station)).keys()].filter((key) => key.startsWith('receipt-range/')).length;
    expect([await ranges(home), await ranges(other), await ranges(home)]).toEqual([1, 1, 1]);
  });

  it('cover every position: with a row, or with a line that says there is none', async () => {
    const home = await province().station('ST-1');
    const other = await elsewhere(province(), 'ST-2');
    await publishRows(province().db, [library('lib-1'), patron('patron-1')]);
    home.record(pay('c9', 5_000));
    home.record(pay('c8', 5_000));
    home.record(charge('c1', 10_000));
    await home.push();
    const { epoch, head } = await other.hello();
    for (const limit of ['1', '2', '2000']) {
      let reached = 0;
      while (reached < head) {
        const query = { epoch, cursor: String(reached), inc: 'inc-1', limit, protocol: '2' };
        const { body } = await other.request({ url: '/sync/v1/changes', query });
        for (const line of body.trimEnd().split('\n').slice(0, -1)) {
          const { pos, to = pos } = positions(line);
          expect(pos).toBe(reached + 1);
          reached = to;
        }
      }
      expect(reached).toBe(head);
    }
    const old = await other.request({ url: '/sync/v1/changes', query: { epoch, cursor: '0', inc: 'inc-1' } });
    expect(old.body).not.toContain('skip');
  });
});

function positions(line: string): { readonly pos: number; readonly to?: number } {
  // A line of the feed is an object with a position.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(line) as { readonly pos: number; readonly to?: number };
}
