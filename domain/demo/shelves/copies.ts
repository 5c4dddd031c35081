import type { Biblio, Item, Lending } from '../../catalogue/catalogue.ts';
import type { DemoLibraryCode } from '../libraries.ts';
import { demoLibraries, demoLibraryCodes } from '../libraries.ts';
import { at, diceFor, hash32 } from '../random.ts';
import type { Dice } from '../random.ts';
import type { PlannedTitle } from '../titles/plan.ts';
import { demoUuid } from '../uuid.ts';
import { callNumber } from './call-mark.ts';
import type { Shelf } from './shelf.ts';

/** Digits of an accession number: zeros in front keep a scanned number safe from input methods (§3.6). */
const barcodeDigits = 6;

/** Makes the copies of one title after the other, counting accession numbers as a register does. */
export interface CopyMaker {
  readonly copiesOf: (title: PlannedTitle, biblio: Biblio) => readonly Item[];
}

/** Copies in a hundred that a stack keeps in: the last one of a title, or one that is fragile. */
const keptIn = 3;

/** A maker that starts every register at 1. */
export function copyMaker(seed: number): CopyMaker {
  const registers = new Map<string, number>();
  let made = 0;
  const next = (library: DemoLibraryCode, prefix: string): string => {
    const register = `${library} ${prefix}`;
    const number = (registers.get(register) ?? 0) + 1;
    registers.set(register, number);
    return `${prefix}.${String(number).padStart(barcodeDigits, '0')}`;
  };
  return {
    copiesOf: ({ family, copies }, biblio) => {
      const { shelf } = family;
      const shelfMark = callNumber(biblio.ddc, biblio.title);
      const price = coverPrice(shelf, biblio);
      const parts = partsOf(shelf, hash32(seed, 23, made));
      return Array.from({ length: copies }, (_, copy): Item => {
        made += 1;
        const dice = diceFor(seed, 21, made);
        const library = homeOf(shelf, dice);
        // All copies of a title in one library have the same size.
        const prefixes = shelf.prefixes[library] ?? [];
        const prefix = at(prefixes, hash32(seed, 22, made - copy) % prefixes.length);
        return {
          id: demoUuid('item', made, seed),
          biblio: biblio.id,
          library: demoLibraries[library].id,
          barcode: next(library, prefix),
          callNumber: shelfMark,
          itemClass: shelf.itemClass,
          collection: shelf.collection,
          price,
          lending: lendingOf(shelf, dice),
          parts,
        };
      });
    },
  };
}

function lendingOf({ restricted = 0 }: Shelf, dice: Dice): Lending {
  const luck = dice.below(100);
  if (luck < keptIn) return 'not-for-loan';
  return luck < keptIn + restricted ? 'restricted' : 'for-loan';
}

/** A title comes with what comes with it, in every copy. */
function partsOf({ parts }: Shelf, hash: number): string {
  return parts !== undefined && hash % 100 < parts.share ? parts.text : '';
}

function homeOf(shelf: Shelf, dice: Dice): DemoLibraryCode {
  let left = dice.below(1000) / 1000;
  const home = demoLibraryCodes.find((code) => {
    left -= shelf.homes[code] ?? 0;
    return left < 0;
  });
  return home ?? 'BN';
}

/** Cover price in đồng: what an ordinary book cost in its year, more or less, rounded as prices are. */
function coverPrice(shelf: Shelf, biblio: Biblio): number {
  const age = Math.max(0, (biblio.year ?? 2000) - 1995);
  const ordinary = 14_000 + age * 3_600;
  const spread = 0.7 + (hash32(biblio.title.length, age, biblio.ddc.length, biblio.author.length) % 90) / 100;
  return Math.max(5, Math.round((ordinary * spread * shelf.priceFactor) / 1000)) * 1000;
}
