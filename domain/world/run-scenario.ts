import type { Command } from '../commands.ts';
import type { Decision } from '../circulation/decision.ts';
import { completed } from './plain-commands.ts';
import { stateReaders } from './read-state.ts';
import type { Expected, Scenario, Step } from './scenario.ts';
import { rowsOfSetup } from './scenario.ts';
import type { Acted, World, WorldDesk } from './world.ts';
import { worldOf } from './world.ts';

/** One thing that did not come out as the scenario says. */
interface Mismatch {
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
      station: step.station ?? `station-${library}`,
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
  return world.act(desk, now, readCommand(completed(world, step.do, desk.library)));
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
  if (expected.route !== undefined) sameKeys(same, 'route', expected.route, decision?.route ?? null);
  if (expected.how !== undefined) sameKeys(same, 'how', expected.how, decision?.explanation?.due ?? null);
  same('rule', expected.rule, decision?.explanation?.policy?.rule.id);
  const states = new Map<string, unknown>(Object.entries(expected));
  for (const [what, read] of Object.entries(stateReaders))
    for (const [key, value] of Object.entries<unknown>({ ...Object(states.get(what)) }))
      same(`${what}.${key}`, value, read(world, key));
  return found;
}

function sameKeys(
  same: (what: string, want: unknown, is: unknown) => void,
  what: string,
  want: Readonly<Record<string, unknown>> | null,
  actual: object | null,
): void {
  if (want === null || actual === null) return same(what, want, actual);
  const keys = new Map<string, unknown>(Object.entries(actual));
  for (const [key, value] of Object.entries(want)) same(`${what}.${key}`, value, keys.get(key));
}
