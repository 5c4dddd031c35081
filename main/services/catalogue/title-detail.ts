import type { TitleDetail } from '../../../contract/workstation/desk.ts';
import { patronInRow } from '../circulation/row-content.ts';
import type { ReaderContext } from '../reader-context.ts';
import { readerView } from '../reader-context.ts';

/** A title with where its copies are and who waits for it; null when it is not known here. */
export function titleDetail(context: ReaderContext, id: string): TitleDetail | null {
  const view = readerView(context);
  const biblio = view.biblio(id);
  if (!biblio) return null;
  const { title, author, publisher, year, ddc, isbn } = biblio;
  const copies = view.copiesOf(id).flatMap(({ item, circulation }) => {
    const summary = context.lookup.itemSummary(item.id);
    if (!summary) return [];
    const { itemClass, collection, price, lending } = item;
    const { state } = circulation;
    const loan = state.status === 'on-loan' ? view.loan(state.loan) : null;
    return [
      {
        item: summary,
        itemClass,
        collection,
        price,
        lending,
        status: state.status,
        due: loan?.due ?? null,
        libraryName: view.libraryName(item.library),
        messages: view.messages({ kind: 'item', item: item.id }),
      },
    ];
  });
  let position = 0;
  const holds = view.openHoldsOf(id).flatMap((hold) => {
    const patron = view.patron(hold.patron);
    if (hold.state.status === 'pending') position += 1;
    if (!patron) return [];
    return [{ hold, patron: patronInRow(patron), position: hold.state.status === 'pending' ? position : 0 }];
  });
  return { id, title, author, publisher, year, ddc, isbn, copies, holds };
}
