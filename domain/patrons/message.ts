import type { CivilDate, Instant } from '../facts/fact.ts';

/** A message comes up whenever its reader or its copy is at the desk. */
export type MessageAbout =
  | { readonly kind: 'patron'; readonly patron: string }
  | { readonly kind: 'item'; readonly item: string };

export interface Message {
  readonly id: string;
  readonly about: MessageAbout;
  readonly library: string;
  readonly text: string;
  readonly until: CivilDate | null;
  readonly at: Instant;
  readonly by: string;
  readonly endedAt: Instant | null;
}
