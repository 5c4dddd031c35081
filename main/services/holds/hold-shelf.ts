import { lapse } from '../../../domain/holds/change-hold.ts';
import type { ShelvedHold } from '../../../contract/workstation/admin.ts';
import { patronInRow } from '../circulation/row-content.ts';
import type { ReaderContext } from '../reader-context.ts';
import { readerView } from '../reader-context.ts';

/** What stands on the hold shelf of this library: what has to go back first, then by its last day. */
export function holdShelf(context: ReaderContext): readonly ShelvedHold[] {
  const view = readerView(context);
  return view
    .shelvedHolds(context.library)
    .flatMap((hold): ShelvedHold[] => {
      const { state } = hold;
      const patron = view.patron(hold.patron);
      if (state.status !== 'waiting' || !patron) return [];
      return [
        {
          hold,
          patron: patronInRow(patron),
          title: view.biblio(hold.biblio)?.title ?? '',
          barcode: state.barcode,
          until: state.shelfUntil,
          lapsed: lapse(hold, view.today) !== null,
        },
      ];
    })
    .sort((a, b) => (a.until === b.until ? (a.barcode < b.barcode ? -1 : 1) : a.until < b.until ? -1 : 1));
}
