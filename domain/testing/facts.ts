import type { Fact, FactBodies, PlacedFact } from '../facts/fact.ts';

const basis = { epoch: null, cursor: 0, policy: 'p1' };
const policy = {
  version: 'p1',
  rule: 'chung',
  gives: { loan: 'thuong', overdue: 'khong', hold: 'thuong', loss: 'thuong', deposit: 'khong' },
};

/** A moment of 22 November 2026 at a Vietnamese desk, `minutes` after 8 o'clock. */
function minuteOfDay(minutes: number): string {
  const hour = String(8 + Math.floor(minutes / 60)).padStart(2, '0');
  return `2026-11-22T${hour}:${String(minutes % 60).padStart(2, '0')}:00.000+07:00`;
}

interface Place {
  readonly id: string;
  readonly station?: string;
  readonly seq?: number;
  readonly minute: number;
}

function envelope({ id, station = 'ST-1', seq = 1, minute }: Place) {
  return {
    v: 1,
    id,
    station,
    inc: 'i1',
    seq,
    kv: 1,
    at: minuteOfDay(minute),
    clock: { boot: 'b', mono: minute * 60_000, offset: null },
    actor: 'nv-1',
    desk: 'Quầy 1',
    basis,
  } as const;
}

export function checkedOut(place: Place, body: Partial<FactBodies['loan.checked-out']> = {}): Fact {
  const defaults = {
    item: 'i',
    barcode: 'VV.1',
    biblio: 'b',
    itemClass: 'sach',
    collection: 'kho-mo',
    price: 45_000,
    patron: 'p',
    card: 'THE-1',
    library: 'A',
    use: 'home',
    due: '2026-12-07',
    hold: null,
    policy,
    overrides: [],
    restricted: null,
  } as const;
  return { ...envelope(place), kind: 'loan.checked-out', body: { ...defaults, ...body } };
}

export function returned(place: Place, loan: string | null, item = 'i'): Fact {
  const at = envelope(place).at;
  return {
    ...envelope(place),
    kind: 'loan.returned',
    body: { item, barcode: 'VV.1', library: 'A', loan, returnedAt: at, mode: 'desk', usedInHouse: false },
  };
}

export function renewed(place: Place, loan: string, due: string, renewals = 1): Fact {
  return {
    ...envelope(place),
    kind: 'loan.renewed',
    body: { loan, item: 'i', patron: 'p', due, renewals, seen: true, policy, overrides: [] },
  };
}

/** Places a fact by its own clock. */
export function placed(fact: Fact): PlacedFact {
  return { fact, effective: Date.parse(fact.at) };
}
