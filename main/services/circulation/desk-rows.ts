import { randomUUID } from 'node:crypto';
import { normaliseText } from '../../../domain/text/fold.ts';
import type { DeskRow, RowSecurity } from '../../../contract/workstation/desk.ts';
import type { StationClock } from '../station-clock.ts';
import type { RowContent } from './row-content.ts';
import { rowContent } from './row-content.ts';

/** A row's identity, before anybody knows what it says. */
type RowPlace = Pick<DeskRow, 'id' | 'number' | 'at' | 'text'>;

/** The rows of a desk, newest first. Every scan has one; they are replaced whole. */
export interface DeskRows {
  /** A place for a row that comes at once. */
  place(text: string): RowPlace;
  /** A place for a scan: if it is not decided soon it is shown as waiting. */
  waiting(text: string): RowPlace;
  show(place: RowPlace, content: RowContent): DeskRow;
  /** Takes back a place that needs no row. */
  drop(place: RowPlace): void;
  get(id: string): DeskRow | null;
  ofAct(act: string): DeskRow | null;
  /** The row asks no more and nothing was done. */
  close(id: string): void;
  acknowledge(id: string): void;
  /** How far the tags of the row's copy are. */
  setSecurity(id: string, security: RowSecurity): void;
  /** Rows whose act was undone offer that no more; all of the newest act's, when null. */
  forgetUndo(act: string | null): void;
  all(): readonly DeskRow[];
}

/** A scan undecided for this long (ms) gets a pending row, so that it is seen at once on a slow disk. */
const pendingAfter = 25;
/** Longest text a row shows of what was scanned. */
const shownLength = 64;

export function deskRows(
  recalled: readonly DeskRow[],
  kept: number,
  publish: (row: DeskRow) => void,
  clock: Pick<StationClock, 'now'>,
): DeskRows {
  let rows = recalled;
  let numbered = 0;
  const timers = new Map<string, NodeJS.Timeout>();

  const put = (row: DeskRow): DeskRow => {
    // In order of arrival: a scan that waited for a hand-over stands where it was made.
    rows = [row, ...rows.filter(({ id }) => id !== row.id)]
      .sort((a, b) => b.number - a.number)
      .slice(0, kept);
    publish(row);
    return row;
  };
  const place = (text: string): RowPlace => {
    numbered += 1;
    return { id: randomUUID(), number: numbered, at: clock.now(), text: showable(text) };
  };
  const settle = (id: string): void => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };
  const change = (id: string, changes: Partial<DeskRow>): void => {
    const row = rows.find((known) => known.id === id);
    if (row) put({ ...row, ...changes });
  };
  return {
    place,
    waiting(text) {
      const made = place(text);
      timers.set(
        made.id,
        setTimeout(() => put({ ...made, ...rowContent('unknown', 'pending') }), pendingAfter),
      );
      return made;
    },
    show({ id, number, at, text }, content) {
      settle(id);
      // What a person's paper says is never shown as it was scanned.
      const shown = content.act === 'reader' || content.act === 'unreadable' ? '' : text;
      return put({ id, number, at, text: shown, ...content });
    },
    drop: ({ id }) => {
      settle(id);
      change(id, rowContent('unknown', 'noted'));
    },
    get: (id) => rows.find((row) => row.id === id) ?? null,
    ofAct: (act) => rows.find((row) => row.undo === act) ?? null,
    close: (id) => change(id, { question: null, state: 'refused' }),
    acknowledge: (id) => change(id, { holdsLine: false }),
    setSecurity: (id, security) => change(id, { security }),
    forgetUndo(act) {
      const undone = rows.find((row) => (act === null ? row.undo !== null : row.undo === act));
      if (undone) change(undone.id, { undo: null, holdsLine: false });
    },
    all: () => rows,
  };
}

/** A paper of a person has fields; what is in them is nobody's business on a screen. */
function showable(text: string): string {
  if (/[|{;]/u.test(text)) return '';
  return normaliseText(text)
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '·')
    .slice(0, shownLength);
}
