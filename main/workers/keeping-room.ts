import { notice } from '../../domain/circulation/decision.ts';
import { reason } from '../../domain/outcome.ts';
import type { ActAnswer } from '../services/circulation/row-content.ts';
import type { Reserve } from '../store/reserve.ts';
import { diskFull } from '../store/sqlite.ts';
import type { WriterVerbs } from './writer-verbs.ts';

/**
 * The verbs on a disk that may be full. Once the reserve had to be given back, what is left is for the acts of the
 * desk: they say so (LT-3115), and what comes from the province waits until there is room again.
 */
export function keepingRoom(verbs: WriterVerbs, reserve: Reserve): WriterVerbs {
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
    scan: (request) => warned(verbs.scan(request)),
    act: (command) => warned(verbs.act(command)),
    undo: (act) => warned(verbs.undo(act)),
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
