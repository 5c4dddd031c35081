import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { patternFaults } from '../../domain/identifiers/code-pattern.ts';
import type { CodePattern } from '../../domain/identifiers/code-pattern.ts';
import { commandPrefix } from '../../domain/identifiers/commands.ts';
import type { OwnPatterns } from '../../domain/identifiers/default-patterns.ts';
import { defaultCodePatterns } from '../../domain/identifiers/default-patterns.ts';
import { WrongUse } from './command.ts';

export type Patterns = OwnPatterns & { readonly commandPrefix: string };

const pattern = z.strictObject({
  id: z.string().min(1),
  prefix: z.string(),
  separator: z.enum(['', '.', '-', '/', ' ']).default(''),
  digits: z.union([
    z.int().transform((length) => ({ min: length, max: length })),
    z.strictObject({ min: z.int(), max: z.int() }),
  ]),
  check: z.enum(['none', 'luhn', 'mod11', 'mod43', 'mod97']).default('none'),
  example: z.string(),
});

const file = z.strictObject({
  patronPatterns: z.array(pattern).default([]),
  itemPatterns: z.array(pattern).default([]),
  commandPrefix: z.string().min(1).default(commandPrefix),
});

/** The patterns of a JSON file; the demonstration province's without one. Throws `WrongUse` for a file that is none. */
export function patternsFrom(path: string | undefined): Patterns {
  if (path === undefined) return { ...defaultCodePatterns, commandPrefix };
  const parsed = file.safeParse(jsonFrom(path));
  if (!parsed.success) throw new WrongUse(`${path}: ${z.prettifyError(parsed.error)}`);
  const { patronPatterns, itemPatterns } = parsed.data;
  const wrong = [...patronPatterns, ...itemPatterns].flatMap(faultsOf);
  if (wrong.length > 0) throw new WrongUse(`${path}: ${wrong.join('; ')}`);
  return parsed.data;
}

function faultsOf(own: CodePattern): readonly string[] {
  return patternFaults(own).map((fault) => `${own.id}: ${fault}`);
}

function jsonFrom(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new WrongUse(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
