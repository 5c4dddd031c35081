/** Enrolment: a one-time code, typed at the station, for a key of the station's own. */
import { z } from 'zod';

export const enrolPath = '/sync/v1/enrol';

/** Letters and digits that no one mistakes for another, read aloud or on paper: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const codeLetters = '34679ACDEFGHJKMNPQRTWXY';
export const codeLength = 10;

/** An Ed25519 public key: its 32 bytes in base64url. */
export const publicKeySchema = z.string().regex(/^[\w-]{43}$/);

export const enrolRequestSchema = z.object({
  code: z.string().max(64),
  /** Signs this very request: who has no private key to it cannot bring it. */
  publicKey: publicKeySchema,
  /** The station whose journal is in the folder already; null in an empty folder. */
  station: z.string().min(1).max(32).nullable(),
});

export const enrolResponseSchema = z.object({
  station: z.string(),
  desk: z.string(),
  library: z.object({ id: z.string(), name: z.string() }),
});
export type EnrolResponse = z.infer<typeof enrolResponseSchema>;

/** A refusal for the time in a signature says the province's own, so that the station can sign again. */
export const wrongTimeSchema = z.object({
  problem: z.literal('wrong-time'),
  now: z.iso.datetime({ offset: true }),
});

/** A code as it is kept and compared, whatever spaces, dashes and small letters it was typed with. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '');
}

/**
 * The fingerprint of a certificate for people to compare: the first 64 bits of the SHA-256 of its public key
 * (SubjectPublicKeyInfo), `ABCD-EF01-2345-6789`.
 */
export function shortFingerprint(spkiSha256: string): string {
  return (spkiSha256.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-');
}
