import { z } from 'zod';
import type { Holdings } from './holdings.ts';
import { placedFacts } from './refolded.ts';

/** I11: a loan is due when the slip says. */
export function keptPromises(held: Holdings): readonly string[] {
  const dueNow = new Map(
    held.current.flatMap(({ entity, id, row }) => (entity === 'loan' ? [[id, dueOfLoan(row)] as const] : [])),
  );
  const facts = placedFacts(held).map(({ fact }) => fact);
  // What was agreed on later, or what a recall cut short, stands on later slips.
  const changed = new Set(
    facts.flatMap((fact) =>
      fact.kind === 'loan.renewed' || fact.kind === 'loan.due-changed' ? [fact.body.loan] : [],
    ),
  );
  return facts.flatMap((fact) => {
    if (fact.kind !== 'loan.checked-out' || changed.has(fact.id)) return [];
    const due = dueNow.get(fact.id);
    return due === undefined || due === fact.body.due
      ? []
      : [`${fact.id} was promised until ${fact.body.due} and is due ${due}`];
  });
}

const loan = z.object({ due: z.string() });

function dueOfLoan(row: unknown): string {
  return loan.parse(row).due;
}
