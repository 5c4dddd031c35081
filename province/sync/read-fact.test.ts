import { describe, expect, it } from 'vitest';
import { factEnvelopeSchema } from '../../contract/sync/protocol.ts';
import type { FactDraft } from '../../domain/facts/fact.ts';
import { lend, undo } from '../testing/drafts.ts';
import { biblio, item, patron, policy } from '../testing/rows.ts';
import { readFact, storedFact } from './read-fact.ts';

function textOf(draft: { readonly kind: string; readonly body: object }): string {
  return JSON.stringify({
    v: 1,
    id: '00000000-0000-7000-8000-000000000001',
    station: 'ST-1',
    inc: 'inc-1',
    seq: 1,
    kind: draft.kind,
    kv: 1,
    at: '2026-11-22T08:00:00.000+07:00',
    clock: { boot: 'b', mono: 1, offset: null },
    actor: 'nv-1',
    desk: 'Quầy 1',
    basis: { epoch: null, cursor: 0, policy: null },
    body: draft.body,
  });
}

const read = (text: string) => readFact(factEnvelopeSchema.parse(JSON.parse(text)));

describe('a fact', () => {
  it.each<FactDraft>([
    lend('i1'),
    { kind: 'policy.saved', body: { set: policy('p1').row } },
    { kind: 'patron.registered', body: { patron: patron('r1').row } },
    { kind: 'message.ended', body: { message: 'm1' } },
    undo(['f1'], ['item/i1']),
  ])('is the same when it comes in and when it is read again: $kind', (draft) => {
    const text = textOf(draft);
    expect(read(text)).toMatchObject(draft);
    expect(storedFact(text)).toEqual(read(text));
  });

  it('of an earlier release has what the contract learned since', () => {
    const { minAge: _minAge, ...oldBiblio } = biblio('b1').row;
    const { lending: _lending, parts: _parts, ...oldItem } = item('i1').row;
    const text = textOf({ kind: 'item.fast-added', body: { item: oldItem, biblio: oldBiblio } });
    for (const fact of [read(text), storedFact(text)])
      expect(fact?.body).toEqual({ item: item('i1').row, biblio: biblio('b1').row });
  });

  it('that was accepted once counts as it stands, also where the contract were narrower by mistake', () => {
    const { use: _use, ...body } = lend('i1').body;
    const text = textOf({ kind: 'loan.checked-out', body });
    expect(read(text)).toBeNull();
    expect(storedFact(text).body).toEqual(body);
  });

  it('may have long texts, empty ones, and sums up to the last whole number', () => {
    const body = { ...lend('i1').body, price: Number.MAX_SAFE_INTEGER, card: '' };
    const restricted = { letter: 'Giấy giới thiệu '.repeat(100), approver: '' };
    const draft = { kind: 'loan.checked-out', body: { ...body, restricted } };
    expect(read(textOf(draft))).toMatchObject(draft);
  });

  it('keeps nothing of what an undo lets a desk show meanwhile', () => {
    const { kind, body } = undo(['f1'], ['item/i1']);
    const text = textOf({ kind, body: { ...body, restores: [{ entity: 'loan', id: 'l1', row: null }] } });
    for (const fact of [read(text), storedFact(text)]) expect(fact?.body).toEqual(body);
  });
});
