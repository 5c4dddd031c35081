import type { Calendar } from '../calendar/calendar.ts';
import type { Biblio, Item } from '../catalogue/catalogue.ts';
import type { EntityRow } from '../catalogue/rows.ts';
import type { Instant } from '../facts/fact.ts';
import type { Patron } from '../patrons/patron.ts';
import type { Permission } from '../permissions.ts';
import type { DepositPolicy, HoldPolicy, LoanPolicy, LossPolicy, OverduePolicy } from '../policy/policies.ts';
import type { PolicySet } from '../policy/policy.ts';
import { noCalendar } from '../calendar/no-calendar.ts';
import {
  plainDepositPolicy,
  plainHoldPolicy,
  plainLoanPolicy,
  plainLossPolicy,
  plainOverduePolicy,
  plainPolicySet,
} from './plain-policies.ts';
import { plainBiblio, plainItem, plainPatron } from './plain-rows.ts';

/**
 * A story told to the rules: a small library, what is done at its desks, and what must come of it. Everything that
 * is not said is as plain as it can be. Format: `docs/scenarios.md`.
 */
export interface Scenario {
  readonly id: string;
  /** Where the story and its expected values come from. */
  readonly source: string;
  readonly title: string;
  /** Where we mean to differ from the source, and why; null when we do not. */
  readonly deviation: string | null;
  /** When the first step happens. */
  readonly now: Instant;
  readonly setup: Setup;
  readonly steps: readonly Step[];
}

export interface Setup {
  /** Names of the libraries by id; the first is where steps happen unless they say otherwise. */
  readonly libraries?: Readonly<Record<string, string>>;
  /** Keys of the policy set that differ from the plain one. */
  readonly policy?: Partial<PolicySet>;
  /** Keys of the plain set's one policy of each kind. */
  readonly loan?: Partial<LoanPolicy>;
  readonly overdue?: Partial<OverduePolicy>;
  readonly hold?: Partial<HoldPolicy>;
  readonly loss?: Partial<LossPolicy>;
  readonly deposit?: Partial<DepositPolicy>;
  /** By library. */
  readonly calendars?: Readonly<Record<string, Partial<Calendar>>>;
  readonly patrons?: readonly (Partial<Patron> & Pick<Patron, 'id'>)[];
  readonly items?: readonly (Partial<Item> & Pick<Item, 'id'>)[];
  readonly biblios?: readonly (Partial<Biblio> & Pick<Biblio, 'id'>)[];
}

export interface Step {
  /** What the step is for, in words. */
  readonly note?: string;
  readonly at?: Instant;
  /** Library of the desk. */
  readonly desk?: string;
  /** The desk itself where a library has several; `station-<library>` when left out. Each has its own drawer. */
  readonly station?: string;
  readonly permissions?: readonly Permission[] | 'all';
  /**
   * A command (`domain/commands.ts`), or `{do: "undo", step: N}`. Keys that are left out get their plain value.
   * `@loan(ITEM)`: the newest loan of a copy; `@payment(PATRON)`, `@message(PATRON)` and `@message(ITEM)` likewise.
   */
  readonly do?: Readonly<Record<string, unknown>>;
  readonly expect?: Expected;
}

/** What a step must have come to; keys that are left out are not looked at. */
export interface Expected {
  readonly outcome?: string;
  /** Codes of everything found, in order. */
  readonly codes?: readonly string[];
  /** Parameters of a code, each of those named. */
  readonly params?: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  readonly facts?: readonly string[];
  /** Keys of the route, each of those named; null: the copy stays. */
  readonly route?: Readonly<Record<string, unknown>> | null;
  /** Keys of the explanation of the due date, each of those named. */
  readonly how?: Readonly<Record<string, unknown>>;
  /** The rule that won. */
  readonly rule?: string;
  /** Due date of the newest loan of a copy; null when it has none. */
  readonly due?: Readonly<Record<string, string | null>>;
  /** Status of a copy. */
  readonly items?: Readonly<Record<string, string>>;
  /** Number of open loans of a reader. */
  readonly loans?: Readonly<Record<string, number>>;
  /** Status of a hold; null when there is none. */
  readonly holds?: Readonly<Record<string, string | null>>;
  /** Last day on the hold shelf of a hold; null when it does not wait there. */
  readonly shelfUntil?: Readonly<Record<string, string | null>>;
  /** Amount of a charge by `ITEM/kind` (of the copy's newest loan) or by its id. */
  readonly charges?: Readonly<Record<string, number>>;
  /** What is still owed of a charge; negative when the library owes. */
  readonly open?: Readonly<Record<string, number>>;
  /** What a reader owes in all; negative when the library owes. */
  readonly balance?: Readonly<Record<string, number>>;
  /** What the library owes a reader for charges that fell. */
  readonly credit?: Readonly<Record<string, number>>;
  readonly deposit?: Readonly<Record<string, number>>;
  /** Status of a reader's newest payment. */
  readonly payments?: Readonly<Record<string, string | null>>;
  /** Cash that should be in a drawer. */
  readonly cash?: Readonly<Record<string, number | null>>;
  /** Uses of a copy in the library. */
  readonly uses?: Readonly<Record<string, number>>;
  /** Last day of a reader's card. */
  readonly expires?: Readonly<Record<string, string | null>>;
}

/** The rows a scenario starts from. */
export function rowsOfSetup(setup: Setup): readonly EntityRow[] {
  const libraries = Object.entries(setup.libraries ?? { A: 'Thư viện A' });
  const [home = 'A'] = libraries.map(([id]) => id);
  const set = plainPolicySet({
    loanPolicies: [{ ...plainLoanPolicy, ...setup.loan }],
    overduePolicies: [{ ...plainOverduePolicy, ...setup.overdue }],
    holdPolicies: [{ ...plainHoldPolicy, ...setup.hold }],
    lossPolicies: [{ ...plainLossPolicy, ...setup.loss }],
    depositPolicies: [{ ...plainDepositPolicy, ...setup.deposit }],
    ...setup.policy,
  });
  const items = (setup.items ?? []).map((item) => plainItem(item, home));
  const titles = new Map<string, Biblio>(items.map(({ biblio }) => [biblio, plainBiblio({ id: biblio })]));
  for (const biblio of setup.biblios ?? []) titles.set(biblio.id, plainBiblio(biblio));
  return [
    ...libraries.map(([id, name]): EntityRow => ({
      entity: 'library',
      row: { id, code: id, name, kind: 'public', timeZone: 'Asia/Ho_Chi_Minh', address: '' },
    })),
    { entity: 'policy', row: set },
    ...Object.entries(setup.calendars ?? {}).map(([library, calendar]): EntityRow => ({
      entity: 'calendar',
      row: { ...noCalendar(library), id: `calendar-${library}`, ...calendar },
    })),
    ...[...titles.values()].map((row): EntityRow => ({ entity: 'biblio', row })),
    ...items.map((row): EntityRow => ({ entity: 'item', row })),
    ...(setup.patrons ?? []).map((patron): EntityRow => ({
      entity: 'patron',
      row: plainPatron(patron, home),
    })),
  ];
}
