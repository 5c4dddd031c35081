import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { formatReason } from '../../contract/locales/format.ts';
import type { FromDrivers, ToDrivers } from '../../contract/devices/drivers.ts';
import { reason } from '../../domain/outcome.ts';
import { deviceHost } from '../devices/device-host.ts';
import { unheard } from '../devices/unheard.ts';
import { entryPoint } from '../entry-points.ts';
import { forks } from '../hosts/web/fork-channel.ts';
import type { Command } from './command.ts';
import { WrongUse } from './command.ts';
import { inShape, readJson } from './json-file.ts';

const millimetres = z.number().min(0).max(2_000);
const count = z.number().int().min(1).max(100);

const sheetSchema = z.object({
  width: millimetres,
  height: millimetres,
  left: millimetres,
  top: millimetres,
  columns: count,
  rows: count,
  labelWidth: millimetres,
  labelHeight: millimetres,
  gapX: millimetres,
  gapY: millimetres,
});

/** A4 in 3 × 8 labels of 70 × 37 mm, the commonest sheet there is. */
const usualSheet: z.infer<typeof sheetSchema> = {
  width: 210,
  height: 297,
  left: 0,
  top: 0.5,
  columns: 3,
  rows: 8,
  labelWidth: 70,
  labelHeight: 37,
  gapX: 0,
  gapY: 0,
};

const questionSchema = z.object({
  sheet: sheetSchema.default(usualSheet),
  /** Labels of the first sheet that are used up already. */
  skip: z.number().int().min(0).max(10_000).default(0),
  labels: z
    .array(
      z.object({
        lines: z.array(z.string().max(200)).max(10),
        code: z
          .object({
            symbology: z.enum(['code128', 'code39', 'codabar', 'qr']),
            value: z.string().min(1).max(200),
          })
          .nullable()
          .default(null),
      }),
    )
    .min(1)
    .max(5_000),
});

/** Labels for spines and copies on sheets: into a PDF file, or onto a printer of the system. */
export const labelsMake: Command = {
  name: 'labels make',
  usage: 'labels make --json FILE (--out FILE.pdf | --printer NAME)',
  async run(args) {
    const { json, out, printer } = words(args);
    const asked = inShape(questionSchema, readJson(json), json);
    const helpers = forks();
    const host = deviceHost({
      ...unheard,
      launch: () => helpers.channel<FromDrivers, ToDrivers>(entryPoint('drivers')),
      onStates: () => undefined,
    });
    try {
      host.configure([]);
      const to =
        out === undefined
          ? ({ kind: 'system', printer: printer ?? '' } as const)
          : ({ kind: 'file', path: resolve(out) } as const);
      const printed = await host.printing({ type: 'labels', to, ...asked });
      process.stdout.write(
        `${JSON.stringify({ ok: printed.ok, labels: asked.labels.length, code: printed.ok ? null : printed.code })}\n`,
      );
      if (!printed.ok) process.stderr.write(`${formatReason(reason(printed.code), 'vi')}\n`);
      return printed.ok ? 0 : 1;
    } finally {
      host.close();
      await helpers.ended();
    }
  },
};

function words(args: readonly string[]): {
  readonly json: string;
  readonly out: string | undefined;
  readonly printer: string | undefined;
} {
  try {
    const { json, out, printer } = parseArgs({
      args: [...args],
      options: { json: { type: 'string' }, out: { type: 'string' }, printer: { type: 'string' } },
    }).values;
    if (json === undefined) throw new WrongUse('Thiếu --json.');
    if ((out === undefined) === (printer === undefined))
      throw new WrongUse('Cần đúng một trong hai: --out hoặc --printer.');
    return { json, out, printer };
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}
