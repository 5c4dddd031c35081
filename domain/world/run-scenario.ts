import type { Command } from '../commands.ts';
import type { Decision } from '../circulation/decision.ts';
import { debtOf, depositHeld } from '../money/debt.ts';
import { outstanding } from '../money/charge.ts';
import type { Expected, Scenario, Step } from './scenario.ts';
import { rowsOfSetup } from './scenario.ts';
import type { Acted, World, WorldDesk } from './world.ts';
import { worldOf } from './world.ts';

/** One thing that did not come out as the scenario says. */
export interface Mismatch {
  /** Index of the step, from 0. */
  readonly step: number;
  readonly what: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface ScenarioRun {
  readonly id: string;
  readonly mismatches: readonly Mismatch[];
  /** What each step came to. */
  readonly decisions: readonly (Decision | null)[];
}

/** Turns a step's data into a command; throws with a sentence when it is none. */
export type ReadCommand = (data: Readonly<Record<string, unknown>>) => Command;

/** Tells a scenario to the rules and compares. Throws only when the scenario itself is malformed. */
export function runScenario(scenario: Scenario, readCommand: ReadCommand): ScenarioRun {
  const world = worldOf(rowsOfSetup(scenario.setup));
  const [home = 'A'] = Object.keys(scenario.setup.libraries ?? { A: '' });
  const acted: (Acted | null)[] = [];
  const mismatches: Mismatch[] = [];
  let now = scenario.now;
  for (const [index, step] of scenario.steps.entries()) {
    now = step.at ?? now;
    const library = step.desk ?? home;
    const desk: WorldDesk = {
      library,
      station: `station-${library}`,
      actor: { id: 'nv-1', permissions: step.permissions ?? 'all' },
    };
    const result = take(world, desk, now, step, acted, readCommand);
    acted.push(result);
    if (step.expect)
      for (const mismatch of compare(world, step.expect, result?.decision ?? null))
        mismatches.push({ step: index, ...mismatch });
  }
  return { id: scenario.id, mismatches, decisions: acted.map((result) => result?.decision ?? null) };
}

function take(
  world: World,
  desk: WorldDesk,
  now: string,
  step: Step,
  acted: readonly (Acted | null)[],
  readCommand: ReadCommand,
): Acted | null {
  if (!step.do) return null;
  if (step.do['do'] === 'undo') {
    const undone = acted[Number(step.do['step'])];
    if (!undone) throw new Error(`Step ${String(step.do['step'])} did nothing that could be undone.`);
    return world.undo(desk, now, undone.act);
  }
  const command = readCommand({ ...plainKeys[String(step.do['do'])], ...resolved(world, step.do) });
  return world.act(desk, now, command);
}

/** What a command says where a scenario is silent. */
const plainKeys: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'check-out': { use: 'home', due: null, confirmed: [], restricted: null },
  'check-in': { returnedAt: null, mode: 'desk', countUse: false, keepHere: false },
  'correct-return': { note: '' },
  renew: { seen: true, due: null, confirmed: [] },
  'change-due': { note: '' },
  'mark-item': { decision: '', note: '', charge: null },
  'place-hold': {
    level: 'title',
    item: null,
    startsOn: null,
    expiresOn: null,
    recall: false,
    note: '',
    confirmed: [],
  },
  'end-hold': { why: 'cancelled-by-patron', note: '' },
  charge: { kind: 'service', item: null, legalAct: '', note: '' },
  waive: { note: '' },
  pay: { charges: [], method: 'cash', tendered: null, bill: null },
  'take-deposit': { method: 'cash', tendered: null, bill: null },
  'settle-payment': { note: '' },
  'close-drawer': { note: '' },
  'register-patron': { guardianGiven: false },
  'save-calendar': { note: '' },
};

/** Puts ids in the place of references such as `@loan(VV.1)`. */
function resolved(world: World, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, resolve(world, value)]));
}

function resolve(world: World, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((inner) => resolve(world, inner));
  if (typeof value !== 'string') return value;
  return value.replaceAll(/@loan\(([^)]+)\)/gu, (_match, item: string) => newestLoan(world, item)?.id ?? '');
}

function newestLoan(world: World, item: string) {
  return world.rows
    .all('loan')
    .filter((loan) => loan.item === item)
    .at(-1);
}

type Found = Omit<Mismatch, 'step'>;

function compare(world: World, expected: Expected, decision: Decision | null): readonly Found[] {
  const reasons = decision?.findings.map(({ reason }) => reason) ?? [];
  const found: Found[] = [];
  const same = (what: string, want: unknown, is: unknown): void => {
    if (want !== undefined && JSON.stringify(want) !== JSON.stringify(is))
      found.push({ what, expected: want, actual: is });
  };
  same('outcome', expected.outcome, decision?.outcome);
  same(
    'codes',
    expected.codes,
    reasons.map(({ code }) => code),
  );
  for (const [code, params] of Object.entries(expected.params ?? {})) {
    const actual = reasons.find((reason) => reason.code === code)?.params ?? {};
    for (const [name, value] of Object.entries(params)) same(`${code}.${name}`, value, actual[name]);
  }
  same(
    'facts',
    expected.facts,
    decision?.facts.map(({ kind }) => kind),
  );
  if (expected.route !== undefined) sameRoute(same, expected.route, decision);
  same('rule', expected.rule, decision?.explanation?.policy?.rule.id);
  for (const [what, read] of Object.entries(readers))
    for (const [key, value] of Object.entries(expected[what as keyof typeof readers] ?? {}))
      same(`${what}.${key}`, value, read(world, key));
  return found;
}

function sameRoute(
  same: (what: string, want: unknown, is: unknown) => void,
  want: Readonly<Record<string, unknown>> | null,
  decision: Decision | null,
): void {
  const route: Readonly<Record<string, unknown>> | null = decision?.route ?? null;
  if (want === null || route === null) return same('route', want, route);
  for (const [key, value] of Object.entries(want)) same(`route.${key}`, value, route[key]);
}

/** How the state a step must have led to is read. */
const readers = {
  due: (world: World, item: string) => newestLoan(world, item)?.due ?? null,
  items: (world: World, item: string) => world.rows.get('item-state', item)?.state.status ?? 'available',
  loans: (world: World, patron: string) =>
    world.rows
      .all('loan')
      .filter((loan) => loan.patron === patron && loan.returnedAt === null && loan.lostAt === null).length,
  holds: (world: World, hold: string) => world.rows.get('hold', hold)?.state.status ?? null,
  charges: (world: World, name: string) => chargeNamed(world, name)?.amount ?? 0,
  balance: (world: World, patron: string) => {
    const charges = world.rows.all('charge').filter((charge) => charge.patron === patron);
    const debt = debtOf(charges);
    return debt > 0 ? debt : charges.reduce((sum, charge) => sum + outstanding(charge), 0);
  },
  deposit: (world: World, patron: string) =>
    depositHeld(world.rows.all('payment').filter((payment) => payment.patron === patron)),
} as const;

function chargeNamed(world: World, name: string) {
  const [item = '', kind = ''] = name.split('/');
  const loan = newestLoan(world, item);
  return world.rows.get('charge', name) ?? (loan ? world.rows.get('charge', `${loan.id}/${kind}`) : null);
}
