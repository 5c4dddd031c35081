import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { RowRef } from '../../domain/catalogue/rows.ts';
import { countLimits } from '../../domain/circulation/limits.ts';
import type { Loan } from '../../domain/circulation/loan.ts';
import { isOpen } from '../../domain/circulation/loan.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import type { PolicySet } from '../../domain/policy/policy.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { FactException } from '../projection/exceptions.ts';
import { entityRow } from '../projection/held-rows.ts';

type Lent = Extract<Fact, { readonly kind: 'loan.checked-out' }>;

/** A loan that a reader has in hand, and whether the desk that lent another one could not know of it. */
interface InHand {
  readonly loan: Loan;
  readonly unknown: boolean;
}

/**
 * True when a desk has lent more than the policies of the loan allow, because of loans it could not know of. Nothing
 * is said of what somebody passed knowingly. `inHand` are the reader's other loans.
 */
function isOverLimit({ body }: Lent, inHand: readonly InHand[], set: PolicySet): boolean {
  if (!inHand.some(({ unknown }) => unknown)) return false;
  if (body.overrides.some(({ check }) => check === 'limit' || check === 'reading-room-one')) return false;
  const policy = set.loanPolicies.find(({ id }) => id === body.policy.gives.loan);
  const counts = countLimits(
    set,
    policy?.limits ?? [],
    inHand.map(({ loan }) => loan),
    body,
  );
  return counts.some(({ count, max }) => count >= max);
}

/**
 * Check-outs that came to more than a reader may have, as far as the loans of both desks have arrived. `changes` are
 * the rows that the pushed facts made, `epoch` the present life of the database: a desk of another life may know more
 * than its cursor says. Asks only when something was lent.
 */
export async function limitDoubts(
  trx: Transaction<ProvinceSchema>,
  journals: readonly { readonly facts: readonly Fact[]; readonly library: string | null }[],
  changes: readonly RowRef[],
  epoch: string,
): Promise<readonly { readonly exception: FactException; readonly library: string | null }[]> {
  const lent = journals.flatMap(({ facts, library }) =>
    facts.flatMap((fact) =>
      fact.kind === 'loan.checked-out' && fact.basis.epoch === epoch ? [{ fact, library }] : [],
    ),
  );
  if (lent.length === 0) return [];
  const held = await loansInHand(
    trx,
    lent.map(({ fact }) => fact),
  );
  const changed = new Map(changes.flatMap((ref) => (ref.entity === 'loan' ? [[ref.id, ref.row]] : [])));
  const doubts = await Promise.all(
    lent.map(async ({ fact, library }) => {
      const own = changed.get(fact.id);
      if (!own || !isOpen(own)) return [];
      const before = (held.get(fact.id) ?? []).filter(({ loan }) => !changed.has(loan.id));
      const now = [...changed.values()].flatMap((loan): InHand[] =>
        loan && loan.id !== fact.id && loan.patron === fact.body.patron && isOpen(loan)
          ? [{ loan, unknown: loan.station !== fact.station }]
          : [],
      );
      const inHand = [...before, ...now];
      if (!inHand.some(({ unknown }) => unknown)) return [];
      const set = await policySet(trx, fact.body.policy.version);
      return set !== null && isOverLimit(fact, inHand, set) ? [{ exception: overLimit(fact), library }] : [];
    }),
  );
  return doubts.flat();
}

function overLimit(fact: Lent): FactException {
  return {
    rule: 'over-limit',
    envelope: fact,
    body: fact.body,
    about: fact.body.patron,
    occurredAt: Date.parse(fact.at),
  };
}

/** The open loans of the readers of check-outs, by the check-out. One reader after the other, by the index. */
async function loansInHand(
  trx: Transaction<ProvinceSchema>,
  lent: readonly Lent[],
): Promise<ReadonlyMap<string, readonly InHand[]>> {
  const asked = lent.map(({ id, station, basis, body }) => ({
    id,
    station,
    patron: body.patron,
    cursor: basis.cursor,
  }));
  const { rows } = await sql<{ id: string; row: unknown; unknown: boolean }>`
    select asked.id, loan.row, asked.station <> loan.row->>'station' and exists (
      select from fact
      join journal_entry as entry on entry.station = fact.station and entry.inc = fact.inc and entry.seq = fact.seq
      where fact.id = loan.id and entry.pos > asked.cursor
    ) as unknown
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked(id text, station text, patron text, cursor bigint)
    cross join lateral (
      select id, row from projection
      where entity = 'loan' and row->>'returnedAt' is null and row->>'lostAt' is null
        and row->>'patron' = asked.patron offset 0
    ) as loan`.execute(trx);
  const byFact = new Map<string, InHand[]>();
  for (const { id, row, unknown } of rows) {
    const held = entityRow({ entity: 'loan', row });
    if (held?.entity !== 'loan' || held.row.id === id) continue;
    byFact.set(id, [...(byFact.get(id) ?? []), { loan: held.row, unknown }]);
  }
  return byFact;
}

async function policySet(trx: Transaction<ProvinceSchema>, version: string): Promise<PolicySet | null> {
  const found = await trx
    .selectFrom('current_row')
    .where('entity', '=', 'policy')
    .where(sql`row->>'version'`, '=', version)
    .select(['entity', 'row'])
    .limit(1)
    .executeTakeFirst();
  const held = found ? entityRow(found) : null;
  return held?.entity === 'policy' ? held.row : null;
}
