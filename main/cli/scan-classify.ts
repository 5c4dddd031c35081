import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { civilDateAt } from '../../domain/calendar/calendar.ts';
import type { Command } from './command.ts';
import { WrongUse } from './command.ts';
import { answerTo } from './scan-answer.ts';
import type { Patterns } from './scan-patterns.ts';
import { patternsFrom } from './scan-patterns.ts';

/**
 * Says what a scanned text is. Prints one JSON object; ends with 2, a sentence on standard error and nothing on
 * standard output when the text cannot be read. A parent's name on a child's card is printed: whoever typed the
 * text has it already.
 */
export const scanClassify: Command = {
  name: 'scan classify',
  usage:
    'scan classify [--json PATTERNS.json] TEXT   (TEXT "-" reads standard input; ' +
    'the answer holds the personal data of a scanned card: do not keep it)',
  run(args) {
    const { text, patterns } = question(args);
    const today = civilDateAt(new Date().toISOString(), 'Asia/Ho_Chi_Minh');
    const result = answerTo(text, patterns, today);
    if (result.ok) process.stdout.write(`${JSON.stringify(result.answer)}\n`);
    else process.stderr.write(`${result.sentence}\n`);
    return result.ok ? 0 : 2;
  },
};

function question(args: readonly string[]): { readonly text: string | null; readonly patterns: Patterns } {
  const { values, positionals } = parsed(args);
  const [text, ...others] = positionals;
  if (text === undefined) throw new WrongUse('There is no TEXT.');
  if (others.length > 0) throw new WrongUse('TEXT is one argument: put it in quotation marks.');
  return { text: text === '-' ? standardInput() : text, patterns: patternsFrom(values.json) };
}

function parsed(args: readonly string[]): {
  readonly values: { readonly json?: string | undefined };
  readonly positionals: readonly string[];
} {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

/** Null when the bytes are not UTF-8. */
function standardInput(): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(0));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
