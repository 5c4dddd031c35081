import { randomBytes } from 'node:crypto';
import type { PushLine } from '../../contract/sync/protocol.ts';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import { diceFor } from '../../domain/demo/random.ts';
import type { Fact, FactDraft } from '../../domain/facts/fact.ts';
import { genesisHash } from '../../domain/facts/fact.ts';
import { charge, lend, pay, renew, takeBack } from '../../province/testing/drafts.ts';
import { biblio, item, patron } from '../../province/testing/rows.ts';
import { chainFacts } from '../../province/sync/chain-facts.ts';

/** Copies and readers of one desk's library that its facts are about. */
export interface Holdings {
  readonly copies: number;
  readonly readers: number;
}

const copiesOfATitle = 5;
/** Most copies that one visit is about. */
const pile = 4;
/** Share of visits that borrow; of the others a share renews and the rest return. */
const borrowing = 0.45;
const renewing = 0.3;
/** Share of returns that are late and paid for at once. */
const late = 0.1;
const fine = 5_000;
const secondsBetween = 20;

interface OpenLoan {
  readonly copy: string;
  readonly loan: string;
  readonly reader: string;
  readonly renewals: number;
}

/** What a station called `name` sends: `count` facts of a lending desk, the last of them just now. */
export function stationTraffic(
  name: string,
  holdings: Holdings,
  seed: number,
  count: number,
): readonly PushLine[] {
  return chainFacts(stationFacts(name, holdings, seed, count), genesisHash);
}

/** The same before they stand in a journal. */
export function stationFacts(
  name: string,
  { copies, readers }: Holdings,
  seed: number,
  count: number,
): readonly Fact[] {
  const dice = diceFor(seed);
  const shelf = Array.from({ length: copies }, (_, number) => copyId(name, number));
  const open: OpenLoan[] = [];
  const began = Date.now() - count * secondsBetween * 1000;
  const facts: Fact[] = [];
  const record = (draft: FactDraft): string => {
    const at = began + facts.length * secondsBetween * 1000;
    const fact = factAt(name, facts.length + 1, at, draft);
    facts.push(fact);
    return fact.id;
  };
  const take = <T>(from: T[]): readonly T[] => from.splice(dice.below(from.length), 1);
  const lendOne = (reader: string): void => {
    for (const copy of take(shelf))
      open.push({ copy, loan: record(inLibrary(name, lend(copy, reader))), reader, renewals: 0 });
  };
  const returnOne = (): void => {
    for (const { copy, loan, reader } of take(open)) {
      record(inLibrary(name, takeBack(copy, loan)));
      shelf.push(copy);
      if (dice.chance(late)) {
        const id = `${loan}/overdue`;
        record(inLibrary(name, ofReader(charge(id, fine), reader)));
        record(inLibrary(name, ofReader(pay(id, fine), reader)));
      }
    }
  };
  const renewOne = (): void => {
    for (const { renewals, ...loan } of take(open)) {
      record(ofReader(renew(loan.copy, loan.loan, renewals + 1), loan.reader));
      open.push({ ...loan, renewals: renewals + 1 });
    }
  };
  while (facts.length < count) {
    // Some readers come often: the lower of two throws leans towards the first ones.
    const reader = readerId(name, Math.min(dice.below(readers), dice.below(readers)));
    const act = dice.chance(borrowing) ? () => lendOne(reader) : dice.chance(renewing) ? renewOne : returnOne;
    for (let left = dice.between(1, pile); left > 0; left -= 1) act();
  }
  return facts.slice(0, count);
}

/** What the province has published of that library: the traffic is about known copies and readers. */
export function stationRows(name: string, { copies, readers }: Holdings): readonly EntityRow[] {
  return [
    ...Array.from({ length: copies / copiesOfATitle }, (_, number) => biblio(titleId(name, number))),
    ...Array.from({ length: copies }, (_, number): EntityRow => {
      const made = item(copyId(name, number), titleId(name, Math.floor(number / copiesOfATitle)));
      return { ...made, row: { ...made.row, library: name } };
    }),
    ...Array.from({ length: readers }, (_, number): EntityRow => {
      const made = patron(readerId(name, number));
      return { ...made, row: { ...made.row, library: name } };
    }),
  ];
}

export const incarnation = 'inc-1';

function factAt(station: string, seq: number, at: number, draft: FactDraft): Fact {
  return {
    v: 1,
    id: uuidv7(at),
    station,
    inc: incarnation,
    seq,
    kv: 1,
    at: new Date(at).toISOString(),
    clock: { boot: 'b', mono: seq, offset: 0 },
    actor: 'thu-thu',
    desk: 'Quầy 1',
    basis: { epoch: 'e1', cursor: seq, policy: 'p1' },
    ...draft,
  };
}

/** The drafts are those of one library. */
function inLibrary<D extends FactDraft & { readonly body: { readonly library: string } }>(
  library: string,
  draft: D,
): D {
  return { ...draft, body: { ...draft.body, library } };
}

function ofReader<D extends FactDraft & { readonly body: { readonly patron: string } }>(
  draft: D,
  patron: string,
): D {
  return { ...draft, body: { ...draft.body, patron } };
}

/** Version 7 of RFC 9562: the first 48 bits are the time in ms, as the journal makes them. */
function uuidv7(at: number): string {
  const time = at.toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

function copyId(name: string, number: number): string {
  return `${name}-copy-${number}`;
}

function titleId(name: string, number: number): string {
  return `${name}-title-${number}`;
}

function readerId(name: string, number: number): string {
  return `${name}-reader-${number}`;
}
