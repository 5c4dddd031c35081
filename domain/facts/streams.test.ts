import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../catalogue/rows.ts';
import { untouched } from '../circulation/item-state.ts';
import { checkedOut, returned } from '../testing/facts.ts';
import { plainBiblio, plainItem, plainPatron } from '../world/plain-rows.ts';
import { changedRows } from './changed-rows.ts';
import type { Fact, FactBodies, FactKind } from './fact.ts';
import { evolveRows, foldStream } from './fold-stream.ts';
import { streamId, streamKind, streamKinds, streamOf, streamOfRow, streamsOf } from './streams.ts';

function fact<K extends FactKind>(kind: K, body: FactBodies[K], id = 'f', minute = 0): Fact {
  // Kind and body belong together by the signature; the compiler does not carry that through the spread.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...returned({ id, minute }, null), kind, body } as Fact;
}

describe('streams', () => {
  it('a name says its kind and its id, whatever is in the id', () => {
    fc.assert(
      fc.property(fc.constantFrom(...streamKinds), fc.string({ minLength: 1 }), (kind, id) => {
        const stream = streamOf(kind, id);
        expect([streamKind(stream), streamId(stream)]).toStrictEqual([kind, id]);
      }),
    );
    expect(streamKind('later/x')).toBeNull();
    expect(streamKind('nothing')).toBeNull();
  });

  it('a loan that fills a hold belongs to both; money to the payment and each charge once', () => {
    expect(streamsOf(checkedOut({ id: 'l', minute: 0 }))).toStrictEqual(['item/i']);
    expect(streamsOf(checkedOut({ id: 'l', minute: 0 }, { hold: 'h' }))).toStrictEqual(['item/i', 'hold/h']);
    const part = { charge: 'c/overdue', ledger: 'fee', amount: 1 } as const;
    const settled = fact('payment.settled', {
      payment: 'p',
      patron: 'q',
      library: 'A',
      status: 'bounced',
      allocations: [part, part],
      drawer: null,
      note: '',
    });
    expect(streamsOf(settled)).toStrictEqual(['payment/p', 'charge/c/overdue']);
  });

  it('a hold that ends frees its copy; one that had none has no copy', () => {
    const ended = (item: string | null): Fact =>
      fact('hold.ended', { hold: 'h', item, why: 'expired', note: '' });
    expect(streamsOf(ended('i'))).toStrictEqual(['hold/h', 'item/i']);
    expect(streamsOf(ended(null))).toStrictEqual(['hold/h']);
  });

  it('rows that no fact changes belong to none', () => {
    const library: EntityRow = {
      entity: 'library',
      row: { id: 'A', code: 'A', name: 'A', kind: 'public', timeZone: 'Asia/Ho_Chi_Minh', address: '' },
    };
    expect(streamOfRow(library)).toBeNull();
    expect(streamOfRow({ entity: 'item', row: plainItem({ id: 'i', biblio: 'b' }, 'A') })).toBe(
      'catalogue/b',
    );
    expect(streamOfRow({ entity: 'item-state', row: untouched('i') })).toBe('item/i');
  });
});

describe('foldStream', () => {
  const item = plainItem({ id: 'x', biblio: 'b' }, 'A');
  const biblio = plainBiblio({ id: 'b' });
  const added = fact('item.fast-added', { item, biblio });
  const place = (one: Fact) => ({ fact: one, effective: Date.parse(one.at) });

  it('what the catalogue has completed since stands', () => {
    const base: readonly EntityRow[] = [{ entity: 'biblio', row: { ...biblio, title: 'Đã biên mục' } }];
    expect(foldStream('catalogue/b', base, [place(added)]).rows).toStrictEqual([
      ...base,
      { entity: 'item', row: item },
    ]);
  });

  it('facts of an undone act do not count, wherever the undoing comes', () => {
    const undone = fact(
      'act.undone',
      { facts: ['f'], streams: ['catalogue/b'], restores: [], note: '' },
      'u',
      9,
    );
    expect(foldStream('catalogue/b', [], [place(added), place(undone)]).rows).toStrictEqual([]);
    expect(foldStream('catalogue/b', [], [place(undone), place(added)]).rows).toStrictEqual([]);
  });

  it('a stream of a kind this version does not know stays as it is', () => {
    const base: readonly EntityRow[] = [{ entity: 'biblio', row: biblio }];
    expect(foldStream('later/b', base, [place(added)]).rows).toStrictEqual(base);
  });

  it('an undoing puts back only the rows of the stream at hand', () => {
    const patron = plainPatron({ id: 'p' }, 'A');
    const undone = fact('act.undone', {
      facts: ['f'],
      streams: ['patron/p', 'item/i'],
      restores: [
        { entity: 'patron', id: 'p', row: patron },
        { entity: 'item-state', id: 'i', row: untouched('i') },
      ],
      note: '',
    });
    const changed: EntityRow = { entity: 'patron', row: { ...patron, cardLost: true } };
    expect(evolveRows('patron/p', [changed], undone)).toStrictEqual([{ entity: 'patron', row: patron }]);
    expect(evolveRows('item/i', [], undone)).toStrictEqual([{ entity: 'item-state', row: untouched('i') }]);
  });
});

describe('changedRows', () => {
  const row = (id: string, usesInHouse = 0): EntityRow => ({
    entity: 'item-state',
    row: { ...untouched(id), usesInHouse },
  });
  const brief = (refs: ReturnType<typeof changedRows>['before']) =>
    refs.map(({ id, row: of }) => [id, of !== null]);

  it('every row of either side is in both, with null where it is not', () => {
    const { before, after } = changedRows([row('a'), row('b')], [row('b', 1), row('c')]);
    expect(brief(before)).toStrictEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ]);
    expect(brief(after)).toStrictEqual([
      ['a', false],
      ['b', true],
      ['c', true],
    ]);
    expect(before[1]?.row).toStrictEqual(untouched('b'));
    expect(after[1]?.row).toStrictEqual({ ...untouched('b'), usesInHouse: 1 });
  });

  it('nothing from nothing', () => {
    expect(changedRows([], [])).toStrictEqual({ before: [], after: [] });
  });
});
