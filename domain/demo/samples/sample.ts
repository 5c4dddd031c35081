import type { Patron } from '../../patrons/patron.ts';
import type { Copy } from '../history/desk.ts';
import { categoryLabels } from '../labels.ts';

/** Why something is worth putting under the virtual scanner. */
type DemoTrait = PatronTrait | CopyTrait | OtherTrait;

export type PatronTrait =
  | 'ordinary'
  | 'child'
  | 'at-limit'
  | 'overdue'
  | 'ends-soon'
  | 'expired'
  | 'blocked'
  | 'card-lost'
  | 'owes'
  | 'hold-ready'
  | 'child-with-guardian'
  | 'deposit'
  | 'has-message';

export type CopyTrait =
  | 'available'
  | 'on-loan'
  | 'overdue-copy'
  | 'not-for-loan'
  | 'reading-room'
  | 'held-copy'
  | 'waiting-copy'
  | 'lost-copy'
  | 'with-parts'
  | 'restricted'
  | 'returns-trapped'
  | 'returns-late'
  | 'in-transit-copy'
  | 'other-library'
  | 'same-number';

type OtherTrait = 'unknown' | 'citizen-card' | 'finish-command' | 'undo-command';

/** A code for the training panel; has the shape of the contract's `TrainingSample`. */
export interface DemoSample {
  readonly code: string;
  readonly kind: 'patron' | 'item' | 'other';
  readonly trait: DemoTrait;
  readonly label: string;
  readonly detail: string;
}

/** What a sample has to be. */
export type Wanted<T, Trait> = readonly (readonly [trait: Trait, fits: (candidate: T) => boolean])[];

/** For each trait the first candidate that fits and that no trait before it has taken. */
export function choose<T, Trait>(
  candidates: readonly T[],
  wanted: Wanted<T, Trait>,
): readonly (readonly [T, Trait])[] {
  const taken = new Set<T>();
  return wanted.flatMap(([trait, fits]) => {
    const found = candidates.find((candidate) => !taken.has(candidate) && fits(candidate));
    if (found === undefined) return [];
    taken.add(found);
    return [[found, trait] as const];
  });
}

export function patronSample({ card, name, category }: Patron, trait: PatronTrait): DemoSample {
  return { code: card, kind: 'patron', trait, label: name, detail: categoryLabels[category]?.vi ?? category };
}

export function copySample({ item, biblio }: Copy, trait: CopyTrait): DemoSample {
  return {
    code: item.barcode,
    kind: 'item',
    trait,
    label: biblio.title,
    detail: `${biblio.author} · ${item.callNumber}`,
  };
}
