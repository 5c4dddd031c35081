import type { PolicyFault } from '../../../domain/policy/check-policy-set.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import type { NameBook } from './name-book.ts';

/** What every tab of the editor is given. */
export interface TabProps {
  readonly set: PolicySet;
  /** True while the set may be written to. */
  readonly isDraft: boolean;
  readonly faults: readonly PolicyFault[];
  readonly names: NameBook;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}
