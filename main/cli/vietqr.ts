import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readAmount } from '../../domain/money/amount-text.ts';
import { bankName } from '../../domain/money/banks.ts';
import type { VietQrAsk } from '../../domain/money/vietqr.ts';
import { makeVietQr, readVietQr, transferServices } from '../../domain/money/vietqr.ts';
import type { Command } from './command.ts';
import { WrongUse } from './command.ts';
import {
  amountSentences,
  askSentences,
  badAskSentence,
  otherMerchantSentence,
  readingSentence,
} from './vietqr-words.ts';

const standardInput = '-';
const optionNames = ['bin', 'account', 'amount', 'bill', 'purpose', 'service', 'json'];

/**
 * Makes the text of a VietQR and prints it as `{"ok":true,"payload":…}`. The ask comes from options, from a JSON
 * object, or from both; options win. A wrong ask is told in one sentence and ends with 2.
 */
export const vietqrMake: Command = {
  name: 'vietqr make',
  usage:
    'vietqr make --bin BIN --account NUMBER [--amount ĐỒNG] [--bill TEXT] [--purpose TEXT] [--service QRIBFTTA|QRIBFTTC] [--json FILE|-]',
  run(args) {
    const { json, ...options } = parsed(args, optionNames, false).values;
    const given = typeof json === 'string' ? readJson(json) : {};
    if (given === null) return fail(badAskSentence);
    const asked = askShape.safeParse({ ...given, ...options });
    if (!asked.success) return fail(badAskSentence);
    const { amount: typed = null } = asked.data;
    const amount = typed === null ? null : readAmount(String(typed));
    if (amount && !amount.ok) return fail(amountSentences[amount.fault]);
    const made = makeVietQr(askOf(asked.data, amount && amount.amount));
    return made.ok ? print(made) : fail(askSentences[made.fault]);
  },
};

/** Reads the text of a VietQR and prints its fields. A code of another payment scheme is no VietQR. */
export const vietqrRead: Command = {
  name: 'vietqr read',
  usage: 'vietqr read TEXT|-',
  run(args) {
    const [text, ...others] = parsed(args, [], true).positionals;
    if (text === undefined || others.length > 0)
      throw new WrongUse('Give one text, or - for standard input.');
    const reading = readVietQr(text === standardInput ? readFileSync(0, 'utf8') : text);
    if (!reading.ok) return fail(readingSentence(reading.fault, reading.at));
    if (reading.qr.kind === 'other-merchant') return fail(otherMerchantSentence);
    return print({ ok: true, ...reading.qr, bank: bankName(reading.qr.bankBin) });
  },
};

const text = z.string().nullish();
/** The names of the options and those that `vietqr read` prints, so that what was read can be made again. */
const askShape = z.object({
  bin: text,
  bankBin: text,
  account: text,
  service: z.enum(transferServices).nullish(),
  initMethod: z.enum(['11', '12']).nullish(),
  amount: z.union([z.string(), z.number()]).nullish(),
  bill: text,
  billNumber: text,
  reference: text,
  purpose: text,
});

function askOf(asked: z.infer<typeof askShape>, amount: number | null): VietQrAsk {
  const { service, initMethod, reference = null, purpose = null } = asked;
  return {
    bankBin: asked.bin ?? asked.bankBin ?? '',
    account: asked.account ?? '',
    amount,
    bill: asked.bill ?? asked.billNumber ?? null,
    reference,
    purpose,
    ...(service && { service }),
    ...(initMethod && { initMethod }),
  };
}

/** Null for what is no JSON object. */
function readJson(path: string): object | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path === standardInput ? 0 : path, 'utf8'));
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function parsed(
  args: readonly string[],
  names: readonly string[],
  allowPositionals: boolean,
): { readonly values: Readonly<Partial<Record<string, unknown>>>; readonly positionals: readonly string[] } {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
  try {
    return parseArgs({ args: [...args], options, allowPositionals });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function print(answer: object): number {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  return 0;
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}
