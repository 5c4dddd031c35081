import type { Insertable } from 'kysely';
import { foldItem } from '../../domain/circulation/fold.ts';
import type { Loan } from '../../domain/circulation/loan.ts';
import type { PlacedFact } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { itemExceptionColumns } from './exceptions.ts';
import type { LoanColumns } from './loan-columns.ts';
import { sameLoan } from './loan-columns.ts';

/** What the tables say of some copies before new facts came. */
export interface HeldProjections {
  readonly loans: readonly LoanColumns[];
  /** Ids of the exceptions about these copies. */
  readonly exceptions: readonly string[];
}

/** What has to change in the tables. */
export interface Refold {
  readonly loans: readonly Loan[];
  readonly opened: readonly Insertable<ProvinceSchema['exception']>[];
  /** Ids of exceptions that are none any more. */
  readonly settled: readonly string[];
}

/** Folds copies anew from all their facts and compares with what is held. Pure. */
export function refold(facts: readonly PlacedFact[], held: HeldProjections): Refold {
  const histories = [...Map.groupBy(facts, ({ fact }) => fact.body.item).values()].map(foldItem);
  const heldLoans = new Map(held.loans.map((loan) => [loan.id, loan]));
  const effective = new Map(facts.map((placed) => [placed.fact.id, placed.effective]));
  const exceptions = histories
    .flatMap((history) => history.exceptions)
    .map((exception) => itemExceptionColumns(exception, effective.get(exception.facts.at(-1) ?? '') ?? 0));
  const standing = new Set(exceptions.map(({ id }) => id));
  return {
    loans: histories
      .flatMap((history) => history.loans)
      .filter((loan) => !sameLoan(heldLoans.get(loan.id), loan)),
    opened: exceptions.filter(({ id }) => !held.exceptions.includes(id)),
    settled: held.exceptions.filter((id) => !standing.has(id)),
  };
}
