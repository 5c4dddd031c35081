import { describe, expect, it } from 'vitest';
import type { Command } from '../../../domain/commands.ts';
import { here } from '../../testing/small-library.ts';
import { dismissSlipsOf, queueActSlip, queueSlip, slipSummary } from './slip-acts.ts';
import type { PrintingDesk } from './testing/printing-desk.ts';
import { printingDesk } from './testing/printing-desk.ts';

const holdFor = (copy: string): Command => ({
  do: 'place-hold',
  hold: `hold-${copy}`,
  level: 'title',
  biblio: `biblio-${copy}`,
  item: null,
  patron: 'patron-THE-2',
  pickup: here,
  startsOn: null,
  expiresOn: null,
  recall: false,
  note: '',
  confirmed: [],
});

const deposit: Command = {
  do: 'take-deposit',
  patron: 'patron-THE-2',
  amount: 50_000,
  method: 'vietqr',
  tendered: null,
  bill: 'LT0001',
};

const kindsOf = ({ store }: PrintingDesk, entries: readonly number[]) =>
  entries.map((entry) => store.journal.factAt(entry)?.kind);
const states = ({ store }: PrintingDesk) =>
  store.slips
    .list()
    .toReversed()
    .map(({ kind, state, interrupted }) => [kind, state, interrupted]);

describe('an act with a slip of its own', () => {
  it('has it at once, and the slip of the session does not name it again', () => {
    const desk = printingDesk();
    desk.lend('VV.1', 'THE-1');
    desk.act(holdFor('VV.1'));
    const { entries, slips } = desk.takeBack('VV.1');
    expect(kindsOf(desk, entries)).toStrictEqual(['loan.returned', 'hold.trapped']);
    const hold = desk.slip(slips[0]);
    expect(hold.entries).toStrictEqual([entries[1]]);
    expect(slipSummary(desk.store, hold)).toMatchObject({
      kind: 'hold',
      state: 'waiting',
      acts: 1,
      patronName: 'Bạn đọc Thử THE-2',
    });
    expect(desk.session(null, ...entries).entries).toStrictEqual([entries[0]]);
    expect(desk.store.slips.waiting()).toHaveLength(2);
  });

  it('is the only kind that has: an entry of any other kind has none', () => {
    const desk = printingDesk();
    const { entries, slips } = desk.act(holdFor('VV.1'));
    expect([
      slips,
      queueActSlip(desk.context, entries[0] ?? 0),
      queueActSlip(desk.context, 99),
    ]).toStrictEqual([[], null, null]);
  });

  it('gets the slip at the next start that a full disk kept from it', () => {
    const desk = printingDesk();
    const { entries, slips } = desk.act(deposit);
    expect(slips).toHaveLength(1);
    const { journalDb } = desk.store;
    journalDb.prepare('delete from slip').run();
    journalDb.exec(`create trigger full before insert on slip begin select raise(abort, 'disk full'); end`);
    expect(queueActSlip(desk.context, entries[0] ?? 0)).toBeNull();
    journalDb.exec('drop trigger full');
    const again = desk.restarted();
    expect(states(again)).toStrictEqual([['payment', 'waiting', true]]);
  });
});

describe('an act that was taken back', () => {
  it('is left off the slip of its session', () => {
    const desk = printingDesk();
    const kept = desk.lend('VV.1', 'THE-1');
    const undone = desk.lend('VV.2', 'THE-1');
    desk.undo();
    const slip = desk.session('THE-1', ...kept, ...undone);
    expect(slip.entries).toStrictEqual(kept);
    const rest = { patron: 'patron-THE-1', print: true };
    expect(queueSlip(desk.context, { ...rest, entries: undone })).toBeNull();
  });

  it('is left off a slip that names it already', () => {
    const desk = printingDesk();
    const entries = [...desk.lend('VV.1', 'THE-1'), ...desk.lend('VV.2', 'THE-1')];
    const { id } = desk.session('THE-1', ...entries);
    desk.undo();
    expect(desk.slip(id).state).toBe('waiting');
    expect(desk.slip(id).content?.data).toMatchObject({ total: '1', items: [{ barcode: 'VV.1' }] });
    desk.undo();
    expect(desk.slip(id)).toMatchObject({ state: 'dismissed', content: null });
  });

  it('takes its own slip along while that waits, and no other', () => {
    const desk = printingDesk();
    desk.lend('VV.1', 'THE-1');
    desk.act(holdFor('VV.1'));
    desk.act(deposit);
    desk.takeBack('VV.1');
    desk.undo();
    expect(states(desk)).toStrictEqual([
      ['payment', 'waiting', false],
      ['hold', 'dismissed', false],
    ]);
  });

  it('is found again by the payment it is the receipt of', () => {
    const desk = printingDesk();
    desk.lend('VV.1', 'THE-1');
    desk.act(holdFor('VV.1'));
    desk.act(deposit);
    desk.takeBack('VV.1');
    const named = desk.store.slips.list().map((slip) => slipSummary(desk.store, slip));
    const payment = desk.store.journal.newestFacts(9).find(({ kind }) => kind === 'payment.taken');
    expect(named.map(({ kind, payment: of }) => [kind, of])).toStrictEqual([
      ['hold', null],
      ['payment', payment?.id],
    ]);
  });

  it('leaves paper alone that is out', () => {
    const desk = printingDesk();
    const entries = desk.lend('VV.1', 'THE-1');
    const { id } = desk.session('THE-1', ...entries);
    desk.store.slips.setState(id, 'printed', null);
    desk.undo();
    expect(desk.slip(id)).toMatchObject({ state: 'printed', content: null });
  });

  it('is taken back even when its slips cannot be written', () => {
    const desk = printingDesk();
    const entries = desk.lend('VV.1', 'THE-1');
    const { id } = desk.session('THE-1', ...entries);
    const fact = desk.store.journal.factAt(entries[0] ?? 0)?.id ?? '';
    desk.store.journalDb.exec(
      `create trigger full before update on slip begin select raise(abort, 'disk full'); end`,
    );
    desk.undo();
    expect(dismissSlipsOf(desk.context, [fact])).toBeUndefined();
    expect(desk.slip(id)).toMatchObject({ state: 'waiting', content: null });
  });
});

describe('a start after a crash', () => {
  it('offers every act on exactly one slip: sessions by reader, and each slip of its own', () => {
    const desk = printingDesk();
    const byName = new Map<string, readonly number[]>();
    byName.set('loan', desk.lend('VV.1', 'THE-1'));
    desk.act(holdFor('VV.1'));
    byName.set('return', desk.takeBack('VV.1').entries);
    byName.set('next', [...desk.lend('VV.2', 'THE-2'), ...desk.lend('VV.3', 'THE-2')]);
    byName.set('payment', desk.act(deposit).entries);
    byName.set('more', desk.lend('VV.4', 'THE-2'));
    desk.lend('VV.5', 'THE-2', { confirmed: ['limit'] });
    desk.undo();
    // A copy nobody had.
    desk.takeBack('VV.6');
    const queued = desk.store.slips.list().map(({ kind }) => kind);
    expect(queued.toSorted()).toStrictEqual(['hold', 'payment']);

    const again = desk.restarted();
    const slips = again.store.slips.list().toReversed();
    expect(slips.map(({ kind, patron, entries }) => [kind, patron, entries])).toStrictEqual([
      ['hold', 'patron-THE-2', byName.get('return')?.slice(1)],
      ['payment', 'patron-THE-2', byName.get('payment')],
      ['loan', 'patron-THE-1', byName.get('loan')],
      ['return', null, byName.get('return')?.slice(0, 1)],
      ['loan', 'patron-THE-2', [...(byName.get('next') ?? []), ...(byName.get('more') ?? [])]],
    ]);
    expect(slips.every(({ state, interrupted }) => state === 'waiting' && interrupted)).toBe(true);
    expect(again.store.slips.waiting()).toStrictEqual([]);
    expect(again.restarted().store.slips.list()).toHaveLength(5);
  });

  it('makes the slips that acts never got before the process died', () => {
    const desk = printingDesk();
    desk.lend('VV.1', 'THE-1');
    desk.act(holdFor('VV.1'));
    desk.takeBack('VV.1');
    // The process died between the commit of the act and that of its slip.
    desk.store.journalDb.prepare('delete from slip').run();
    expect(states(desk.restarted())).toStrictEqual([
      ['hold', 'waiting', true],
      ['loan', 'waiting', true],
      ['return', 'waiting', true],
    ]);
  });
});
