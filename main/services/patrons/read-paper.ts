import { classifyScan } from '../../../domain/identifiers/classify.ts';
import { commandPrefix } from '../../../domain/identifiers/commands.ts';
import { defaultCodePatterns } from '../../../domain/identifiers/default-patterns.ts';
import type { HealthCard } from '../../../domain/identifiers/health-card.ts';
import type { CivilDate } from '../../../domain/facts/fact.ts';
import { reason } from '../../../domain/outcome.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import type { PaperReading } from '../../../contract/workstation/patrons.ts';

/** Finds a reader by the number of a paper, which is hashed and forgotten. */
export type FindByNumber = (citizenId: string) => Patron | null;

const empty = {
  name: '',
  birthDate: '',
  residence: '',
  citizenId: '',
  guardianName: '',
  exemption: null,
  known: null,
  warnings: [],
} as const;

/** What a scanned paper says, for filling in a form. A QR is data entry, never proof of who holds it. */
export function readPaper(text: string, today: CivilDate, find: FindByNumber): PaperReading {
  const seen = classifyScan(text, { ...defaultCodePatterns, commandPrefix, today, parents: true });
  switch (seen.kind) {
    case 'citizen-card': {
      const { name, birthDate, residence, number, parents } = seen.card;
      const known = find(number);
      return {
        ...empty,
        kind: 'citizen-card',
        name,
        birthDate: birthDate ?? '',
        residence: residence ?? '',
        citizenId: number,
        guardianName: parents[0] ?? '',
        known: known && { id: known.id, card: known.card, name: known.name },
        warnings: seen.warnings.map((what) => reason('LT-1810', { what })),
      };
    }
    case 'health-card': {
      const { name, birthDate, residence, exemptionHint } = seen.card;
      return {
        ...empty,
        kind: 'health-card',
        name,
        birthDate: birthDate ?? '',
        residence: residence ?? '',
        exemption: exemptionHint === null ? null : groundOf[exemptionHint],
      };
    }
    case 'unreadable':
      // A damaged book number or an unknown command was never anybody's paper.
      if (seen.like === 'isbn' || seen.like === 'issn' || seen.like === 'command')
        return { ...empty, kind: 'other' };
      return {
        ...empty,
        kind: 'unreadable',
        warnings: [reason('LT-1804', { fault: seen.fault })],
      };
    default:
      return { ...empty, kind: 'other' };
  }
}

/** The health card's group as a ground of the Law on Libraries art. 44(5): a reason to ask, not a decision. */
const groundOf: Readonly<Record<NonNullable<HealthCard['exemptionHint']>, string>> = {
  'poor-household': 'poor-household',
  'near-poor-household': 'near-poor-household',
  'child-under-6': 'child',
};
