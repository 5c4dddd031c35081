import { existsSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { WrongUse } from './command.ts';

/** Largest file that is read: nothing these commands take comes near it. */
const largestFile = 20 * 1024 * 1024;

/** Reads JSON from a file, or from standard input for `-`. Throws `WrongUse` with a Vietnamese sentence. */
export function readJson(path: string): unknown {
  if (path !== '-' && !existsSync(path)) throw new WrongUse(`Không có tệp ${path}.`);
  let text: string;
  try {
    const bytes = readFileSync(path === '-' ? 0 : path);
    if (bytes.length > largestFile) throw new WrongUse(`Tệp ${path} quá lớn.`);
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    throw new WrongUse(`Không đọc được ${path} dưới dạng UTF-8.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongUse(`${path} không phải JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The value in the shape of `schema`; throws `WrongUse` naming the first place that is wrong. */
export function inShape<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue && issue.path.length > 0 ? issue.path.join('.') : '(gốc)';
  throw new WrongUse(`${where} sai ở mục “${place}”: ${issue?.message ?? ''}`);
}
