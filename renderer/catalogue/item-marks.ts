import type { ItemStatus } from '../../domain/circulation/item-state.ts';
import type { ItemMark } from '../../domain/facts/bodies/items.ts';

/**
 * What staff can say of a copy as it is now, what is most likely first: never anything that `decideMarkItem` refuses.
 * A copy a reader has can only be lost or claimed returned.
 */
export function marksFor(status: ItemStatus): readonly ItemMark[] {
  switch (status) {
    case 'on-loan':
      return ['lost', 'claimed-returned'];
    case 'claimed-returned':
      return ['found', 'lost'];
    case 'lost':
      return ['found', 'withdrawn'];
    case 'missing':
      return ['found', 'lost', 'withdrawn'];
    case 'damaged':
      return ['repaired', 'lost', 'withdrawn'];
    case 'withdrawn':
      return ['found'];
    case 'available':
    case 'on-hold-shelf':
    case 'in-transit':
      return ['missing', 'damaged', 'lost', 'withdrawn'];
  }
}
