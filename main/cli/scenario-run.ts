import { z } from 'zod';
import { rowSchemas } from '../../contract/sync/rows.ts';
import { commandSchema } from '../../contract/workstation/commands.ts';
import { instant } from '../../contract/sync/shapes.ts';
import { runScenario } from '../../domain/world/run-scenario.ts';
import type { ReadCommand } from '../../domain/world/run-scenario.ts';
import type { Scenario } from '../../domain/world/scenario.ts';
import { rowsOfSetup } from '../../domain/world/scenario.ts';
import type { Command } from './command.ts';
import { WrongUse } from './command.ts';
import { inShape, readJson } from './json-file.ts';

const record = z.record(z.string(), z.unknown());
const words = z.record(z.string(), z.string().nullable());
const numbers = z.record(z.string(), z.number().nullable());

/** The outer shape; what is inside the setup is checked as the rows it makes, and each step as its command. */
const scenarioSchema = z.strictObject({
  id: z.string().min(1),
  source: z.string(),
  title: z.string(),
  deviation: z.string().nullable().default(null),
  now: instant,
  setup: z.strictObject({
    libraries: z.record(z.string(), z.string()).optional(),
    policy: record.optional(),
    loan: record.optional(),
    overdue: record.optional(),
    hold: record.optional(),
    loss: record.optional(),
    deposit: record.optional(),
    calendars: z.record(z.string(), record).optional(),
    patrons: z.array(z.looseObject({ id: z.string() })).optional(),
    items: z.array(z.looseObject({ id: z.string() })).optional(),
    biblios: z.array(z.looseObject({ id: z.string() })).optional(),
  }),
  steps: z.array(
    z.strictObject({
      note: z.string().optional(),
      at: instant.optional(),
      desk: z.string().optional(),
      station: z.string().optional(),
      permissions: z.union([z.literal('all'), z.array(z.string())]).optional(),
      do: z.looseObject({ do: z.string() }).optional(),
      expect: z
        .strictObject({
          outcome: z.enum(['done', 'routed', 'question', 'refused', 'noted']).optional(),
          codes: z.array(z.string()).optional(),
          params: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number()]))).optional(),
          facts: z.array(z.string()).optional(),
          route: record.nullable().optional(),
          how: record.optional(),
          rule: z.string().optional(),
          due: words.optional(),
          items: words.optional(),
          loans: numbers.optional(),
          holds: words.optional(),
          shelfUntil: words.optional(),
          charges: numbers.optional(),
          open: numbers.optional(),
          balance: numbers.optional(),
          credit: numbers.optional(),
          deposit: numbers.optional(),
          payments: words.optional(),
          cash: numbers.optional(),
          uses: numbers.optional(),
          expires: words.optional(),
        })
        .optional(),
    }),
  ),
});

/** Reads a scenario from data; throws `WrongUse` naming the first place that is wrong. */
export function readScenario(data: unknown, where: string): Scenario {
  const read = inShape(scenarioSchema, data, where);
  // The setup is checked below as the rows it makes; its keys are those of the rows.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const scenario = read as unknown as Scenario;
  for (const { entity, row } of rowsOfSetup(scenario.setup))
    inShape<unknown>(rowSchemas[entity], row, `${where} (${entity} ${row.id})`);
  return scenario;
}

export const readCommand: ReadCommand = (data) => inShape(commandSchema, data, String(data['do']));

/**
 * Tells stories to the rules and compares what comes of them. Prints one JSON object per file and line; the exit
 * code is 1 when something came out otherwise.
 */
export const scenarioRun: Command = {
  name: 'scenario run',
  usage: 'scenario run FILE...   (a file holds one scenario or an array of them: docs/scenarios.md)',
  run(args) {
    if (args.length === 0) throw new WrongUse('Cần ít nhất một tệp kịch bản.');
    let asExpected = true;
    for (const path of args) {
      const data = readJson(path);
      for (const one of Array.isArray(data) ? data : [data]) {
        const run = runScenario(readScenario(one, path), readCommand);
        asExpected &&= run.mismatches.length === 0;
        process.stdout.write(`${JSON.stringify({ ok: run.mismatches.length === 0, ...run })}\n`);
      }
    }
    return asExpected ? 0 : 1;
  },
};
