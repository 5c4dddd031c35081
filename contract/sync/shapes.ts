/** Shapes shared by the rows of the feed and the bodies of facts. */
import { z } from 'zod';

/** A real calendar day between 1900 and 2199: what is beyond is a mistake, not a date. */
export const civilDate = z.iso.date().refine((day) => day >= '1900-01-01' && day < '2200-01-01');
export const instant = z.iso.datetime({ offset: true });
export const due = z.union([civilDate, instant]);
export const id = z.string().min(1).max(64);
/** Ids made of another id and a word, such as a charge's. */
export const longId = z.string().min(1).max(128);
export const word = z.string().max(64);
export const text = z.string().max(2000);
/** Đồng. */
export const amount = z.number().int().nonnegative();
/** Đồng, negative for what is given back. */
export const signedAmount = z.number().int();
export const count = z.number().int().nonnegative();
/** `1`, `2` … or a word where there is no bound or nothing at all. */
export const orWord = <W extends string>(...words: readonly [W, ...W[]]) => z.union([count, z.enum(words)]);
