import { notice } from '../../domain/circulation/decision.ts';
import { reason } from '../../domain/outcome.ts';
import type { ActAnswer } from '../services/circulation/row-content.ts';
import type { Journal } from '../store/journal/journal.ts';
import type { Reserve } from '../store/reserve.ts';
import { diskFull, isDiskFull } from '../store/sqlite.ts';
import type { WriterVerbs } from './writer-verbs.ts';

/**
 * The verbs on a disk that may be full. Once the reserve had to be given back, what is left is for the acts of the
 * desk: they say so (LT-3115), and what comes from the province waits until there is room again.
 */
export function keepingRoom(
  verbs: WriterVerbs,
  reserve: Reserve,
  journal: Pick<Journal, 'headEntry'>,
): WriterVerbs {
  /** Once more in the room of the reserve, unless the act has happened before the disk was full. */
  const inRoom =
    <A extends readonly unknown[], R>(verb: (...args: A) => R): ((...args: A) => R) =>
    (...args) => {
      const head = journal.headEntry();
      try {
        return verb(...args);
      } catch (error) {
        if (!isDiskFull(error) || journal.headEntry() !== head || !reserve.release()) throw error;
        return verb(...args);
      }
    };
  const scan = inRoom(verbs.scan);
  const act = inRoom(verbs.act);
  const undo = inRoom(verbs.undo);
  const warned = <A extends ActAnswer>(answer: A): A => {
    if (answer.entries.length === 0 || !reserve.isSpent()) return answer;
    const findings = [...answer.row.findings, notice(reason('LT-3115'))];
    return { ...answer, row: { ...answer.row, findings } };
  };
  const refuseLarge = (): void => {
    if (reserve.isSpent()) throw diskFull('the last room of the disk is for the acts of the desk');
  };
  return {
    ...verbs,
    scan: (request) => warned(scan(request)),
    act: (command) => warned(act(command)),
    undo: (newest) => warned(undo(newest)),
    register: inRoom(verbs.register),
    amendContact: inRoom(verbs.amendContact),
    setDeskMode: inRoom(verbs.setDeskMode),
    queueSlip: inRoom(verbs.queueSlip),
    setSlipState: inRoom(verbs.setSlipState),
    markBegun: inRoom(verbs.markBegun),
    rememberPatron: inRoom(verbs.rememberPatron),
    acknowledge: inRoom(verbs.acknowledge),
    forkJournal: inRoom(verbs.forkJournal),
    applyPage: (rows, state) => {
      if (rows.length > 0) refuseLarge();
      verbs.applyPage(rows, state);
    },
    prepareMirror: (place) => {
      refuseLarge();
      return verbs.prepareMirror(place);
    },
  };
}
