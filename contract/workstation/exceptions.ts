import type { ExceptionSide, MissingFacts, Resolved } from '../../domain/exceptions/exception.ts';
import type { Resolution } from '../../domain/exceptions/resolutions.ts';
import type { Patron } from '../../domain/patrons/patron.ts';
import type { ItemSummary } from './desk.ts';

/** A reader as the worklist names one: null where this station does not know the reader. */
type Named = Pick<Patron, 'id' | 'card' | 'name'> | null;

/** One of the facts that disagree, with names in the place of ids. */
export interface ExceptionFact {
  readonly side: ExceptionSide;
  /** The desk the page is of made it. */
  readonly here: boolean;
  /** Name of its library; null where the fact says none. */
  readonly library: string | null;
  /** Name of the person; null where this station does not know who works there. */
  readonly staff: string | null;
  readonly patron: Named;
}

/** Facts that disagree, for the desks of the libraries concerned: what happened, and what can be done about it. */
export interface ExceptionWork {
  readonly id: string;
  /** One of `exceptionRules`; a later province may know more. */
  readonly rule: string;
  readonly openedAt: string;
  /** The copy it is about; null where it is about none, or about one this station does not know. */
  readonly item: ItemSummary | null;
  readonly patron: Named;
  readonly facts: readonly ExceptionFact[];
  /** What is missing of a damaged journal, by number; empty where nothing is said of it. */
  readonly missing: readonly MissingFacts[];
  /** What can be said to have been done, the suggested one first. */
  readonly resolutions: readonly Resolution[];
  readonly resolved: Resolved | null;
  /** Names of who said so and of their library, as in a fact; both null until somebody has. */
  readonly resolvedBy: Pick<ExceptionFact, 'staff' | 'library'>;
  /** The province has not confirmed yet that it is dealt with. */
  readonly provisional: boolean;
}
