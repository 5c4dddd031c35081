import { z } from 'zod';
import { patternFaults } from '../domain/identifiers/code-pattern.ts';
import type { OwnPatterns } from '../domain/identifiers/default-patterns.ts';

/** A pattern as a librarian writes it into a file: `digits` as one number where the length is fixed. */
const patternSchema = z
  .strictObject({
    id: z.string().min(1).max(64),
    prefix: z.string(),
    separator: z.enum(['', '.', '-', '/', ' ']).default(''),
    digits: z.union([
      z.int().transform((length) => ({ min: length, max: length })),
      z.strictObject({ min: z.int(), max: z.int() }),
    ]),
    check: z.enum(['none', 'luhn', 'mod11', 'mod43', 'mod97']).default('none'),
    example: z.string().max(64),
  })
  .superRefine((pattern, context) => {
    for (const fault of patternFaults(pattern)) context.addIssue(`${pattern.id}: ${fault}`);
  });

/** The numbers of one library: its cards and copies, and what checks them. */
export const ownPatternsSchema = z.strictObject({
  patronPatterns: z.array(patternSchema).max(100).default([]),
  itemPatterns: z.array(patternSchema).max(100).default([]),
}) satisfies z.ZodType<OwnPatterns>;
