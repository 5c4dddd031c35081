import { z } from 'zod';
import { lendings } from '../../../domain/catalogue/catalogue.ts';
import { amount, count, id, text } from '../shapes.ts';

export const librarySchema = z.object({
  id,
  code: id,
  name: text,
  kind: z.enum(['public', 'school', 'armed-forces', 'community', 'private']),
  timeZone: z.string().max(64),
  address: text,
});

export const biblioSchema = z.object({
  id,
  title: text,
  author: text,
  ddc: z.string().max(64),
  publisher: text,
  year: z.number().int().nullable(),
  isbn: z.string().max(32).nullable(),
  language: z.string().max(16),
  minAge: z.union([count, z.literal('any')]).default('any'),
});

export const itemSchema = z.object({
  id,
  biblio: id,
  library: id,
  barcode: z.string().min(1).max(64),
  callNumber: z.string().max(128),
  itemClass: z.string().max(64),
  collection: z.string().max(64),
  price: amount,
  lending: z.enum(lendings).default('for-loan'),
  parts: text.default(''),
});
