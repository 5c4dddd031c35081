import { z } from 'zod';
import type { LibraryKey } from './library-key.ts';

const contactSchema = z.object({
  residence: z.string(),
  phone: z.string(),
  email: z.string(),
  citizenId: z.string(),
  guardianName: z.string(),
  guardianPhone: z.string(),
});

/** What of a reader is only ever stored sealed. Empty where nothing was given. */
export type SealedContact = z.infer<typeof contactSchema>;

/** Null when there is nothing to seal. */
export function sealContact(key: LibraryKey, contact: SealedContact): string | null {
  return Object.values(contact).every((value) => value === '') ? null : key.seal(JSON.stringify(contact));
}

/** Null when this station's key does not open it. */
export function unsealContact(key: LibraryKey, sealed: string): SealedContact | null {
  const text = key.unseal(sealed);
  if (text === null) return null;
  const read = contactSchema.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}

/** All but the last three digits as dots. */
export function masked(citizenId: string): string {
  return citizenId === '' ? '' : `${'•'.repeat(Math.max(0, citizenId.length - 3))}${citizenId.slice(-3)}`;
}
