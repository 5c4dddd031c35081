import type { ShelvedHold } from '../../contract/workstation/admin.ts';
import { searchTokens } from '../../domain/text/fold.ts';

/** Whether every word staff typed begins a word of the copy or of its reader; marks and capitals do not matter. */
export function matchesShelved(
  { title, barcode, patron }: Pick<ShelvedHold, 'title' | 'barcode' | 'patron'>,
  wanted: string,
): boolean {
  const words = searchTokens(`${title} ${barcode} ${patron.name} ${patron.card}`);
  return searchTokens(wanted).every((token) => words.some((word) => word.startsWith(token)));
}
