import type { ItemClass, PatronCategory } from '../../policy/policy.ts';
import { categoryLabels, itemClassLabels } from '../labels.ts';
import { childrenBelow } from '../people/papers.ts';

/** A card of the old Bắc Ninh library ran for a year (`reference/vietnam.md` §4.3). */
const usualCardMonths = 12;
/** Term of active service in peacetime: Law on Military Service 2015 art. 21. */
const serviceMonths = 24;

export const categories: readonly PatronCategory[] = Object.entries(categoryLabels).map(
  ([id, { vi }]): PatronCategory => ({
    id,
    name: vi,
    cardMonths: id === 'luc-luong-vu-trang' ? serviceMonths : usualCardMonths,
    guardianBelow: childrenBelow,
  }),
);

/** Magazines are no books; everything else is one. */
export const itemClasses: readonly ItemClass[] = Object.entries(itemClassLabels).map(
  ([id, { vi }]): ItemClass => ({
    id,
    name: vi,
    parent: id === 'sach' || id === 'tap-chi' ? 'none' : 'sach',
  }),
);
