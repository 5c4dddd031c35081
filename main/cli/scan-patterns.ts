import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { commandPrefix } from '../../domain/identifiers/commands.ts';
import type { OwnPatterns } from '../../domain/identifiers/default-patterns.ts';
import { defaultCodePatterns } from '../../domain/identifiers/default-patterns.ts';
import { ownPatternsSchema } from '../code-patterns.ts';
import { WrongUse } from './command.ts';

export type Patterns = OwnPatterns & { readonly commandPrefix: string };

const file = ownPatternsSchema.extend({ commandPrefix: z.string().min(1).default(commandPrefix) });

/** The patterns of a JSON file; the demonstration province's without one. Throws `WrongUse` for a file that is none. */
export function patternsFrom(path: string | undefined): Patterns {
  if (path === undefined) return { ...defaultCodePatterns, commandPrefix };
  const parsed = file.safeParse(jsonFrom(path));
  if (!parsed.success) throw new WrongUse(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function jsonFrom(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new WrongUse(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
