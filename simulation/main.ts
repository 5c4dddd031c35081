/**
 * `npm run simulate -- [--seeds N] [--seed S] [--steps K] [--defect NAME] [--postgres URL]`: tells N histories from
 * seed S on, after those that are kept. With --seed and no --seeds one history is told, exactly as before. Ends with
 * 1 when an invariant did not hold. With --look-for-defects it finds a short history for each planted defect and writes
 * it into `defects/seeds.json`.
 */
import { parseArgs } from 'node:util';
import type { Told } from './simulate.ts';
import { simulate } from './simulate.ts';
import { openPlayground } from './database.ts';
import { defects } from './defects/all.ts';
import { noDefect } from './defects/defect.ts';
import { rememberSeeds } from './defects/seeds.ts';
import { keptSeeds } from './kept-seeds.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    steps: { type: 'string', default: '200' },
    seconds: { type: 'string' },
    defect: { type: 'string' },
    'look-for-defects': { type: 'boolean', default: false },
    postgres: { type: 'string' },
  },
});

const first = Number(values.seed ?? 1);
const count = Number(values.seeds ?? (values.seed === undefined ? 20 : 1));
const steps = Number(values.steps);
const seconds = Number(values.seconds ?? Infinity);
const defect = values.defect === undefined ? noDefect : defects.find(({ name }) => name === values.defect);
if (
  !defect ||
  [first, count, steps].some((number) => !Number.isSafeInteger(number)) ||
  Number.isNaN(seconds)
) {
  process.stderr.write(
    `Give numbers, and as --defect one of:\n${defects.map(({ name }) => `  ${name}\n`).join('')}`,
  );
  process.exit(2);
}

if (values['look-for-defects']) {
  const unnoticed = await rememberSeeds(() => openPlayground(values.postgres ?? null));
  process.stdout.write(unnoticed.map((name) => `not noticed: ${name}\n`).join(''));
  process.exit(unnoticed.length > 0 ? 1 : 0);
}

const playground = await openPlayground(values.postgres ?? null);
const began = performance.now();
const told = { histories: 0, steps: 0, facts: 0, broken: 0 };

async function tell(seed: number, steps: number, found: string): Promise<void> {
  await playground.empty();
  const history = await simulate(seed, steps, playground.db, defect ?? noDefect);
  told.histories += 1;
  told.steps += history.steps;
  told.facts += history.facts;
  if (history.broken) told.broken += 1;
  if (history.broken) process.stdout.write(`${report(history, steps)}${found}`);
}

function report({ seed, broken }: Told, steps: number): string {
  if (!broken) return '';
  const { invariant, step, what, before } = broken;
  return [
    `seed ${seed} step ${step}: ${invariant} does not hold`,
    `  ${what}`,
    ...before.map((one) => `    ${one}`),
    `  again: npm run simulate -- --seed ${seed} --steps ${steps}${defect === noDefect ? '' : ` --defect '${values.defect ?? ''}'`}`,
    '',
  ].join('\n');
}

/** Every so many histories a line says how far it has come. */
const tellEvery = 100;

function throughput(): string {
  const passed = (performance.now() - began) / 1000;
  const rate = (number: number): string => (number / passed).toFixed(0);
  return `${told.histories} histories, ${told.broken} broken; ${told.steps} steps (${rate(told.steps)}/s), ${told.facts} facts (${rate(told.facts)}/s) in ${passed.toFixed(0)} s\n`;
}

if (values.seed === undefined && defect === noDefect)
  for (const { seed, steps, found } of keptSeeds) await tell(seed, steps, `  it is kept because: ${found}\n`);
for (let seed = first; seed < first + count && performance.now() - began < seconds * 1000; seed += 1) {
  await tell(seed, steps, '');
  if (told.histories % tellEvery === 0) process.stderr.write(throughput());
}
process.stdout.write(throughput());
await playground.close();
process.exit(told.broken > 0 ? 1 : 0);
