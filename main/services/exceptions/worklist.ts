import type { Exception, ExceptionSide } from '../../../domain/exceptions/exception.ts';
import { isOfLibrary } from '../../../domain/exceptions/resolve.ts';
import { resolutionsOf } from '../../../domain/exceptions/resolutions.ts';
import type { DeskView } from '../../../domain/circulation/view.ts';
import type { ExceptionFact, ExceptionWork } from '../../../contract/workstation/exceptions.ts';
import { parseRow } from '../../store/mirror/stored-rows.ts';
import { patronInRow } from '../circulation/row-content.ts';
import type { ReaderContext } from '../reader-context.ts';
import { readerView } from '../reader-context.ts';

/** Days for which the list still says what was done about something: as long as a returned loan is kept. */
const resolvedDaysShown = 14;
/** Most of each that the list shows. A province where more wait has another trouble than this list can help with. */
const shownAtMost = 200;

/**
 * What facts disagree about at this library: what waits for somebody first, and what was dealt with in the last days,
 * each the newest first.
 */
export function exceptionWorklist(context: ReaderContext): readonly ExceptionWork[] {
  const view = readerView(context);
  const rows = (sql: string, ...bound: readonly (string | number)[]): readonly Exception[] =>
    context.db
      .prepare<(string | number)[], { readonly row: string }>(sql)
      .all(...bound)
      .map((row) => parseRow<Exception>(row))
      .filter((exception) => isOfLibrary(exception, context.library))
      .slice(0, shownAtMost);
  const since = Math.floor(Date.parse(view.now) / 1000) - resolvedDaysShown * 86_400;
  return [
    ...rows('select row from exception where open = 1 order by opened_at desc, id'),
    ...rows(
      `select row from exception where open = 0 and unixepoch(json_extract(row, '$.resolved.at')) >= ?
       order by unixepoch(json_extract(row, '$.resolved.at')) desc, id`,
      since,
    ),
  ].map((exception) => workOf(context, view, exception));
}

function workOf(context: ReaderContext, view: DeskView, exception: Exception): ExceptionWork {
  const { id, rule, openedAt, sides, resolved, missing = [] } = exception;
  const item = exception.item ?? sides.find((side) => side.item !== null)?.item ?? null;
  return {
    id,
    rule,
    openedAt,
    item: item === null ? null : context.lookup.itemSummary(item),
    patron: named(view, exception.patron),
    facts: sides.map((side) => factOf(context, view, side)),
    missing,
    resolutions: resolutionsOf(rule),
    resolved,
    resolvedBy: {
      staff: staffName(context, resolved?.station, resolved?.by),
      library: libraryName(view, resolved?.library),
    },
    provisional: isProvisional(context, exception),
  };
}

function factOf(context: ReaderContext, view: DeskView, side: ExceptionSide): ExceptionFact {
  return {
    side,
    here: side.station === context.station,
    library: libraryName(view, side.library),
    staff: staffName(context, side.station, side.actor),
    patron: named(view, side.patron),
  };
}

function libraryName(view: DeskView, id: string | null | undefined): string | null {
  return id ? view.libraryName(id) : null;
}

/**
 * Whom a station knows of staff is who works at it: their ids are its own, and another station may have the same one
 * for somebody else.
 */
function staffName(
  { station, actor, actorName }: ReaderContext,
  at: string | undefined,
  id: string | undefined,
): string | null {
  return (at === station && id === actor && actorName) || null;
}

function named(view: DeskView, id: string | null): ExceptionWork['patron'] {
  const patron = id === null ? null : view.patron(id);
  return patron && patronInRow(patron);
}

function isProvisional({ db }: ReaderContext, { stream, resolved }: Exception): boolean {
  if (resolved === null) return false;
  return db.prepare('select 1 from overlay_stream where stream = ?').get(stream) !== undefined;
}
