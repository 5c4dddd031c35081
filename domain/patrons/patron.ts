import type { CivilDate, Instant } from '../facts/fact.ts';

/** Why a reader may not borrow for now. Set by a person; every other block is worked out from the data. */
export interface PatronBlock {
  /** Last day of the block. */
  readonly until: CivilDate | 'endless';
  readonly reason: string;
  readonly at: Instant;
}

/** Evidence for a legal ground, seen and not kept: no copy, no number. */
export interface Exemption {
  /** Id of a legal ground: `domain/money/legal-grounds.ts`. */
  readonly ground: string;
  readonly seenAt: Instant;
  readonly seenBy: string;
  readonly until: CivilDate | 'endless';
}

export const consentPurposes = ['reading-history', 'contact', 'photo', 'sharing'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** One line of the consent ledger; the latest line of a purpose stands. Law 91/2025: never given by default. */
export interface Consent {
  readonly purpose: ConsentPurpose;
  readonly granted: boolean;
  /** Version of the text the reader was shown. */
  readonly text: string;
  readonly at: Instant;
  readonly by: string;
  /** Who agreed: the reader, the guardian, or both (children of 7 and over). */
  readonly agreed: 'patron' | 'guardian' | 'both';
}

/** The least a desk needs to know of a reader. No image, and nothing that identifies in the clear but the name. */
export interface Patron {
  readonly id: string;
  /** Library that issued the card. */
  readonly library: string;
  readonly card: string;
  readonly name: string;
  /** Policy category, for example `thieu-nhi`, `nguoi-lon`, `giao-vien`. */
  readonly category: string;
  /** Last day on which the card is valid. */
  readonly expires: CivilDate;
  /** Null when nobody knows: an age limit then asks. */
  readonly birthDate: CivilDate | null;
  readonly cardLost: boolean;
  readonly block: PatronBlock | null;
  /** The reader who answers for this one, or null. */
  readonly guarantor: string | null;
  readonly exemptions: readonly Exemption[];
  readonly consents: readonly Consent[];
  /** Keyed hashes of other codes the reader may show (citizen ID, old cards): `type:hash`. */
  readonly aliases: readonly string[];
  /** Contact data and citizen ID number, encrypted by the library's key; null when there are none. */
  readonly sealed: string | null;
}

/** Whether the reader has agreed to `purpose`: the latest line decides, no line is no. */
export function hasConsent(patron: Pick<Patron, 'consents'>, purpose: ConsentPurpose): boolean {
  const lines = patron.consents.filter((line) => line.purpose === purpose);
  return (
    lines.reduce<Consent | null>(
      (last, line) => (last && Date.parse(last.at) > Date.parse(line.at) ? last : line),
      null,
    )?.granted ?? false
  );
}
