import { z } from 'zod';
import { policySetSchema } from '../../contract/sync/rows/policy.ts';
import { civilDate } from '../../contract/sync/shapes.ts';
import { civilDateAt } from '../../domain/calendar/calendar.ts';
import { policyCase } from '../../domain/circulation/applicable-policy.ts';
import type { PolicyFault } from '../../domain/policy/check-policy-set.ts';
import { checkPolicySet } from '../../domain/policy/check-policy-set.ts';
import type { PolicyCase, PolicySet } from '../../domain/policy/policy.ts';
import { policyInForce, resolvePolicy } from '../../domain/policy/resolve.ts';
import { plainGives, plainPolicySet } from '../../domain/world/plain-policies.ts';
import type { Command } from './command.ts';
import { requiredOptions, WrongUse } from './command.ts';
import { inShape, readJson } from './json-file.ts';

const word = z.string().min(1).max(64);
const caseSchema = z.union([
  z.strictObject({ library: word, category: word, itemClass: word, collection: word }),
  z.strictObject({
    desk: word,
    patron: z.object({ library: word, category: word }),
    item: z.object({ library: word, itemClass: word, collection: word }),
  }),
]);

const questionSchema = z.strictObject({
  /** The day that is asked about; today when it is left out. */
  today: civilDate.optional(),
  policies: z.array(policySetSchema).min(1),
  cases: z.array(caseSchema).min(1).max(100_000),
});

/**
 * Which rule decides each case, from a file with policy sets and cases. Prints one JSON array in the order of the
 * cases; the exit code is 1 when some case has no rule.
 */
export const policyExplain: Command = {
  name: 'policy explain',
  usage:
    'policy explain --json FILE   (FILE "-" reads standard input; FILE "example" prints one to start from)',
  run(args) {
    const { json } = requiredOptions(args, ['json']);
    if (json === 'example') {
      process.stdout.write(`${JSON.stringify(example, null, 2)}\n`);
      return 0;
    }
    const { today, policies, cases } = inShape(questionSchema, readJson(json), json);
    const day = today ?? civilDateAt(new Date().toISOString(), 'Asia/Ho_Chi_Minh');
    for (const set of policies) refuseFaulty(set);
    const set = policyInForce(policies, day);
    if (!set) throw new WrongUse(`Không có chính sách nào có hiệu lực ngày ${day}.`);
    const answers = cases.map((asked) => explained(set, 'desk' in asked ? caseOf(set, asked) : asked));
    process.stdout.write(`${JSON.stringify(answers)}\n`);
    return answers.some(({ answer }) => answer === null) ? 1 : 0;
  },
};

/** Faults that only matter when a set is saved. */
const onlyForSaving = new Set<PolicyFault['fault']>(['in-the-past', 'taken', 'no-general-rule']);

function refuseFaulty(set: PolicySet): void {
  const fault = checkPolicySet(set, { today: set.effectiveFrom, isTaken: false }).find(
    (found) => !onlyForSaving.has(found.fault),
  );
  if (fault) throw new WrongUse(`Chính sách ${set.version} sai ở mục “${fault.path}”: ${fault.fault}.`);
}

function caseOf(
  set: PolicySet,
  { desk, patron, item }: Extract<z.infer<typeof caseSchema>, { readonly desk: string }>,
): PolicyCase {
  return policyCase(set, desk, patron, item);
}

function explained(set: PolicySet, subject: PolicyCase) {
  const answer = resolvePolicy(set, subject);
  if (!answer) return { case: subject, version: set.version, answer: null };
  const { version, rule, matched, runnerUp, loan, overdue, hold, loss, deposit } = answer;
  return {
    case: subject,
    version,
    answer: {
      rule: rule.id,
      matched,
      runnerUp: runnerUp?.id ?? null,
      policies: { loan, overdue, hold, loss, deposit },
    },
  };
}

const example = {
  today: '2026-12-01',
  policies: [
    plainPolicySet({
      rules: [
        { id: 'chung', when: {}, gives: plainGives },
        { id: 'nguoi-lon', when: { category: 'nguoi-lon' }, gives: plainGives },
      ],
    }),
  ],
  cases: [{ library: 'A', category: 'nguoi-lon', itemClass: 'sach', collection: 'kho-mo' }],
};
