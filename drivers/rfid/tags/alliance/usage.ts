/** Category and status of the alliance model (its annex B), against type of usage of ISO 28560-1. */
import type { TagUsage, UsageName } from '../tag.ts';
import { usageNibbles } from '../usage.ts';

const documentStatus: readonly UsageName[] = [
  'circulation',
  'not-for-circulation',
  'discarded',
  'acquisition',
];
const discStatus: readonly UsageName[] = ['circulation', 'not-for-circulation', 'acquisition'];
const categories = { document: 0, disc: 1, shelfLabel: 2, card: 3, equipment: 4 } as const;

/** @param text `category.status`, decimal */
export function allianceUsage(text: string): TagUsage {
  const [category, status] = text.split('.').map(Number);
  return { code: text, name: nameOf(category ?? 0, status ?? 0) };
}

function nameOf(category: number, status: number): UsageName {
  switch (category) {
    case categories.document:
      return documentStatus[status] ?? 'local';
    case categories.disc:
      return discStatus[status] ?? 'local';
    case categories.shelfLabel:
      return 'shelf-label';
    case categories.card:
      return 'patron-card';
    case categories.equipment:
      return 'equipment';
    default:
      return 'reserved';
  }
}

/** By main value of ISO 28560-1. */
const fromMain: Readonly<Partial<Record<number, string>>> = {
  0: '0.3',
  1: '0.0',
  2: '0.1',
  7: '0.2',
  8: '3.0',
  9: '4.0',
};

/** The model's own code as it is, one of ISO 28560 turned into it; null when it has none for it. */
export function allianceUsageCode(code: string): string | null {
  if (/^\d{1,3}\.\d{1,3}$/u.test(code)) return code;
  const nibbles = usageNibbles(code);
  return nibbles ? (fromMain[nibbles.main] ?? null) : null;
}
