import type { Finding } from '../../../domain/circulation/decision.ts';
import { cardFindings } from '../../../domain/circulation/patron-checks.ts';
import { notice, stop } from '../../../domain/circulation/decision.ts';
import type { Command } from '../../../domain/commands.ts';
import type { Item } from '../../../domain/catalogue/catalogue.ts';
import { classifyScan } from '../../../domain/identifiers/classify.ts';
import type { Classified } from '../../../domain/identifiers/classify.ts';
import { commandPrefix } from '../../../domain/identifiers/commands.ts';
import { readSelfTest } from '../../../domain/identifiers/self-test.ts';
import { normaliseCode } from '../../../domain/identifiers/scan.ts';
import { reason } from '../../../domain/outcome.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import type { DeskMode } from '../../../contract/workstation/desk.ts';
import type { DeskContext } from '../desk-context.ts';
import { viewNow } from '../desk-context.ts';
import type { LibraryKey } from '../patrons/library-key.ts';
import { readerOfOldCard } from '../patrons/old-card.ts';
import { perform } from './perform.ts';
import type { Resolved } from './resolve-code.ts';
import { resolveClassified, resolveCode } from './resolve-code.ts';
import type { ActAnswer } from './row-content.ts';
import { catalogueMissing, patronInRow, refusedAnswer, rowContent } from './row-content.ts';

export interface ScanRequest {
  readonly text: string;
  /** The reader at the desk, or null: then a copy is returned. */
  readonly patron: string | null;
  readonly mode: DeskMode;
}

export interface ScanAnswer extends ActAnswer {
  /** The reader this scan opens, or null. */
  readonly opens: Patron | null;
  /** What a yes on the row would do; null when the row asks nothing of that kind. */
  readonly asks: Command | null;
  /** The text may be a person's paper: never shown, kept a moment for a registration. */
  readonly paper: boolean;
}

const nothing = { opens: null, asks: null, paper: false } as const;

/** What a scan means: a card opens its reader; a copy with a reader open is lent, without one returned. */
export function actOnScan(context: DeskContext, key: LibraryKey, request: ScanRequest): ScanAnswer {
  const { lookup } = context.store;
  context.store.mendOverlay();
  // Own cards and copies are found by looking them up; what they look like only matters when nothing is found.
  const resolved = resolveCode(lookup, context.library, request.text);
  if (resolved.kind !== 'unknown') return actOnResolved(context, request, resolved);
  const tested = selfTestAnswer(request.text);
  if (tested) return tested;
  const seen = classifyScan(request.text, {
    ...context.codes,
    commandPrefix,
    today: context.clock.today(),
    parents: false,
  });
  const again = resolveClassified(lookup, context.library, request.text, seen);
  return again && again.kind !== 'unknown'
    ? actOnResolved(context, request, again)
    : actOnStranger(context, key, request.text, seen);
}

function actOnResolved(
  context: DeskContext,
  request: ScanRequest,
  resolved: Exclude<Resolved, { readonly kind: 'unknown' }>,
): ScanAnswer {
  switch (resolved.kind) {
    case 'patron':
      return openReader(context, resolved.patron);
    case 'item':
      return actOnItem(context, resolved.item, request);
    case 'ambiguous':
      return { ...refusedAnswer('unknown', reason('LT-1107')), ...nothing };
  }
}

/** The barcode that tests a scanner is no work of the desk: the row only says how it came through. */
function selfTestAnswer(text: string): ScanAnswer | null {
  const reading = readSelfTest(text);
  if (reading === null) return null;
  const row = reading.ok
    ? rowContent('unknown', 'noted', { findings: [notice(reason('LT-1115'))] })
    : rowContent('unreadable', 'refused', { findings: [stop(reason('LT-1116', { fault: reading.fault }))] });
  return { row, entries: [], slips: [], tags: [], ...nothing };
}

function openReader(context: DeskContext, patron: Patron, said: readonly Finding[] = []): ScanAnswer {
  // A card that lends nothing opens its reader, but must not sound like one that does.
  const blocks = cardFindings(patron, context.clock.today()).map(({ reason: why }) => notice(why));
  const messages = viewNow(context)
    .messages({ kind: 'patron', patron: patron.id })
    .map(({ text }) => notice(reason('LT-1815', { text })));
  const findings = [...said, ...blocks, ...messages];
  const row = rowContent('patron', findings.length > 0 ? 'routed' : 'done', {
    patron: patronInRow(patron),
    findings,
    dataAt: context.store.feed.state().freshAt,
  });
  return { row, entries: [], slips: [], tags: [], ...nothing, opens: patron };
}

function actOnItem(context: DeskContext, item: Item, { patron, mode }: ScanRequest): ScanAnswer {
  if (patron !== null && context.store.rows.get('patron', patron) === null) {
    // The reader was open and is not known any more: the catalogue is being fetched again. Taking the copy
    // back instead would be the opposite of what the desk meant.
    return { ...refusedAnswer('checkout', catalogueMissing), ...nothing };
  }
  const command: Command =
    patron === null
      ? {
          do: 'check-in',
          item: item.id,
          returnedAt: mode.returnedAt,
          mode: returnMode(mode),
          countUse: mode.countUse,
          keepHere: mode.keepHere,
        }
      : {
          do: 'check-out',
          patron,
          item: item.id,
          use: mode.use,
          due: mode.due,
          confirmed: [],
          restricted: null,
        };
  const answer = perform(context, command);
  return { ...answer, ...nothing, asks: answer.row.question === null ? null : command };
}

function returnMode(mode: DeskMode): 'desk' | 'book-drop' | 'backdated' {
  if (mode.returnedAt === null) return 'desk';
  return mode.bookDrop ? 'book-drop' : 'backdated';
}

/** A code that is no card and no copy here: a paper, a book number, a payment code, or unknown. */
function actOnStranger(context: DeskContext, key: LibraryKey, text: string, seen: Classified): ScanAnswer {
  const { store } = context;
  const known = paperOf(seen) === null ? null : readerOf(context, key, seen);
  if (known) return openReader(context, known);
  const former = readerOfOldCard(context, key, text);
  if (former) return openReader(context, former, [notice(reason('LT-1820', { card: former.card }))]);
  switch (seen.kind) {
    case 'citizen-card':
    case 'health-card':
      return {
        row: rowContent('reader', 'question', { findings: [stop(reason('LT-1111'))] }),
        entries: [],
        slips: [],
        tags: [],
        ...nothing,
        paper: true,
      };
    case 'unreadable':
      return { ...refusedAnswer('unreadable', unreadableReason(seen)), ...nothing, paper: true };
    case 'vietqr':
    case 'url':
      return { ...refusedAnswer('unknown', reason('LT-1110')), ...nothing };
    case 'isbn': {
      const title = store.lookup.titleByIsbn(seen.isbn13, seen.isbn10);
      if (title !== null) return { ...refusedAnswer('unknown', reason('LT-1109', { title })), ...nothing };
      return unknown(context);
    }
    case 'command':
      return { ...refusedAnswer('unknown', reason('LT-1113')), ...nothing };
    case 'patron-card':
    case 'item':
      // A label of our own that fails its check was misread: scanning it again is the cure, not adding it.
      return seen.warnings.includes('check-character')
        ? { ...refusedAnswer('unreadable', reason('LT-1117')), ...nothing }
        : unknown(context);
    default:
      return unknown(context);
  }
}

function unknown({ store }: DeskContext): ScanAnswer {
  const empty = store.lookup.isEmpty();
  const why = empty ? catalogueMissing : reason('LT-1101');
  const row = rowContent('unknown', 'question', {
    findings: [stop(why)],
    question: empty ? null : { confirm: [], lacking: [], wants: [], fastAdd: true },
  });
  return { row, entries: [], slips: [], tags: [], ...nothing };
}

function unreadableReason(seen: Extract<Classified, { readonly kind: 'unreadable' }>) {
  switch (seen.like) {
    case 'citizen-card':
    case 'health-card':
      return reason('LT-1112');
    case 'command':
      return reason('LT-1113');
    case 'isbn':
    case 'issn':
      return reason('LT-1101');
    case 'text':
      return reason('LT-1105');
  }
}

/** The number on a paper by which its reader is found again, or null when it has none that may be used. */
function paperOf(seen: Classified): string | null {
  return seen.kind === 'citizen-card' ? normaliseCode(seen.card.number) : null;
}

function readerOf({ store }: DeskContext, key: LibraryKey, seen: Classified): Patron | null {
  const number = paperOf(seen);
  return number === null ? null : store.lookup.patronByAlias(key.alias('citizen-id', number));
}
