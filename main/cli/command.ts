import { parseArgs } from 'node:util';

/** One command of the command line. `run` gives the exit code. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  run(args: readonly string[]): number | Promise<number>;
}

/** The command was used wrongly; the message says how. */
export class WrongUse extends Error {}

/** Reads `--name value` options that are all required. Throws `WrongUse` when one is missing or unknown. */
export function requiredOptions<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const values = parsed(args, names);
  const missing = names.filter((name) => typeof values[name] !== 'string');
  if (missing.length > 0) throw new WrongUse(`Missing: ${missing.map((name) => `--${name}`).join(', ')}`);
  // Every name was just seen to be a string.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return values as Record<Name, string>;
}

function parsed(args: readonly string[], names: readonly string[]): Readonly<Record<string, unknown>> {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}
