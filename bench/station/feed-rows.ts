import type { EntityRow } from '../../domain/catalogue/rows.ts';
import { elsewhere } from '../../main/testing/small-library.ts';
import { openLoanRows } from '../loans.ts';

/** Readers whom the loans of the feed are spread over. */
const readers = 1_000;

/**
 * `titles` times a title, its copy, the copy's state and its loan: what a province tells of another library's desks.
 * The readers themselves stay there.
 */
export function feedRows(titles: number): readonly EntityRow[] {
  let loans = 0;
  return openLoanRows('', titles, elsewhere).map((one): EntityRow => {
    if (one.entity !== 'loan') return one;
    loans += 1;
    return { entity: 'loan', row: { ...one.row, patron: `patron-away-${loans % readers}` } };
  });
}
