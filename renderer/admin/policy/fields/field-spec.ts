import type { ReactNode } from 'react';
import type { vi } from '../../../i18n/vi.ts';
import type { Translate } from '../../../i18n/start.ts';
import type { NameBook } from '../name-book.ts';

/** Heading under which a field stands. */
export type FieldGroup = keyof typeof vi.terms.group;

export interface FieldEditing<P> {
  readonly t: Translate;
  readonly policy: P;
  readonly label: string;
  /** What is wrong with the field, in words, or null. */
  readonly problem: string | null;
  readonly names: NameBook;
  /** Classes a field may name. */
  readonly itemClasses: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (policy: P) => void;
}

/** One field of a policy: what it is called, how its value is said, and how it is edited. */
export interface FieldSpec<P> {
  /** Its name in the policy, as the paths of faults have it. */
  readonly name: string;
  readonly group: FieldGroup;
  readonly label: (t: Translate) => string;
  readonly say: (t: Translate, policy: P, names: NameBook) => string;
  readonly edit: (editing: FieldEditing<P>) => ReactNode;
}
