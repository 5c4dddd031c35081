import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommand, readScenario } from '../../main/cli/scenario-run.ts';
import { runScenario } from '../world/run-scenario.ts';

/** Golden scenarios told to the rules; calendars and arithmetic have a test of their own beside this one. */
const files = readdirSync(import.meta.dirname).filter((name) => /^(?:g\d\d|own)-.*\.json$/u.test(name));
const scenarios = files.flatMap((name) => {
  const data: unknown = JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
  return Array.isArray(data) ? data.map((one: unknown) => readScenario(one, name)) : [];
});

describe('golden scenarios', () => {
  it.each(scenarios.map((scenario) => [`${scenario.id} ${scenario.title}`, scenario] as const))(
    '%s',
    (_name, scenario) => {
      expect(runScenario(scenario, readCommand).mismatches).toStrictEqual([]);
    },
  );

  it('each has an id of its own, a source, and expects something', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60);
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    const idle = scenarios.filter(
      ({ source, steps }) => source === '' || !steps.some(({ expect: expected }) => expected),
    );
    expect(idle).toStrictEqual([]);
  });
});

describe('docs/scenarios.md', () => {
  it('its example is one', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/scenarios.md'), 'utf8');
    const [, example = ''] = /```json\n(.*?)```/su.exec(page) ?? [];
    const scenario = readScenario(JSON.parse(example), 'docs/scenarios.md');
    const { mismatches, decisions } = runScenario(scenario, readCommand);
    expect(mismatches).toStrictEqual([]);
    expect(decisions).toHaveLength(2);
  });
});
