import { z } from 'zod';
import type { Patron } from '../../domain/patrons/patron.ts';
import type { Reason } from '../../domain/outcome.ts';
import { consentPurposes } from '../../domain/patrons/patron.ts';
import { id } from '../sync/shapes.ts';

/** Longest text a form field takes: the core answers with a sentence about anything that is too long for its purpose. */
const field = z.string().max(1000);

/** The registration form as staff filled it in. Every field is read and answered by the core. */
export const registrationSchema = z.object({
  name: field,
  birthDate: field,
  category: z.string().max(64),
  card: field,
  residence: field,
  phone: field,
  email: field,
  /** Citizen ID number; sealed, and never a key. */
  citizenId: field,
  guarantor: id.nullable(),
  /** A guardian who is no reader. */
  guardianName: field,
  guardianPhone: field,
  exemption: z.string().max(64).nullable(),
  consents: z
    .array(z.object({ purpose: z.enum(consentPurposes), agreed: z.enum(['patron', 'guardian', 'both']) }))
    .max(consentPurposes.length),
});
export type Registration = z.infer<typeof registrationSchema>;

const contactForm = registrationSchema.pick({
  residence: true,
  phone: true,
  email: true,
  citizenId: true,
  guardianName: true,
  guardianPhone: true,
});
/** Contact data as staff typed it; sealed before it is stored. */
export type ContactForm = z.infer<typeof contactForm>;

/** Changes of contact data. What is absent stays as it is; an empty text takes it away. */
export const contactAmendmentSchema = z.object({
  patron: id,
  changes: z.object({
    residence: field.exactOptional(),
    phone: field.exactOptional(),
    email: field.exactOptional(),
    citizenId: field.exactOptional(),
    guardianName: field.exactOptional(),
    guardianPhone: field.exactOptional(),
  }),
});
export type ContactAmendment = z.infer<typeof contactAmendmentSchema>;

/** What a change of contact data came to. */
export type ContactAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly problems: readonly { readonly field: keyof ContactForm | null; readonly reason: Reason }[];
    };

/** What the registration of a reader came to: the reader, or what is wrong, by field. */
export type RegistrationAnswer =
  | { readonly ok: true; readonly patron: Patron; readonly said: readonly Reason[] }
  | {
      readonly ok: false;
      readonly problems: readonly { readonly field: keyof Registration | null; readonly reason: Reason }[];
    };

/** What a scanned card or paper says, for filling in the form. Nothing of it is kept by reading it. */
export interface PaperReading {
  readonly kind: 'citizen-card' | 'health-card' | 'other' | 'unreadable';
  readonly name: string;
  readonly birthDate: string;
  readonly residence: string;
  readonly citizenId: string;
  readonly guardianName: string;
  /** Legal ground the paper hints at, or null. */
  readonly exemption: string | null;
  /** The reader this paper is registered for already, or null. */
  readonly known: Pick<Patron, 'id' | 'card' | 'name'> | null;
  readonly warnings: readonly Reason[];
}

/** Contact data of a reader, opened for this one look; the look is logged. */
export interface PatronContact {
  readonly residence: string;
  readonly phone: string;
  readonly email: string;
  /** All but the last three digits are dots unless `whole` was asked for. */
  readonly citizenId: string;
  readonly guardianName: string;
  readonly guardianPhone: string;
}
