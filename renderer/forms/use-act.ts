import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { DeskRow } from '../../contract/workstation/desk.ts';
import type { Connection, StationApi } from '../connection/connect.ts';
import { keys } from '../connection/keys.ts';
import { usePage } from '../ui/page-context.tsx';

/** What came of the last act of a form: the core's row, or that nobody answered. */
export type ActAnswer = { readonly row: DeskRow } | { readonly row: null; readonly cutOff: boolean };

/** What a desk can be asked to do, as the contract takes it. */
export type DeskCommand = Parameters<StationApi['desk']['act']>[0];

export interface FormAct {
  /** True until the core has answered: a second press meanwhile does nothing. */
  readonly busy: boolean;
  readonly answer: ActAnswer | null;
  /** Does it; gives the row when it was done, null when it was refused or nobody answered. */
  act(command: DeskCommand): Promise<DeskRow | null>;
  forget(): void;
}

/** Acts of a form that waits for its answer. What was refused stays in the form, with the reasons. */
export function useAct(): FormAct {
  const { connection } = usePage();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<ActAnswer | null>(null);
  const going = useRef(false);
  const act = useCallback(
    async (command: DeskCommand): Promise<DeskRow | null> => {
      if (going.current) return null;
      going.current = true;
      setBusy(true);
      setAnswer(null);
      try {
        const row = await connection.api.desk.act(command);
        setAnswer({ row });
        // The form goes on with what is true now, not with what an event brings a moment later.
        await queries.invalidateQueries({ queryKey: keys.patron });
        return wasDone(row) ? row : null;
      } catch {
        setAnswer(noAnswer(connection));
        return null;
      } finally {
        going.current = false;
        setBusy(false);
      }
    },
    [connection, queries],
  );
  const forget = useCallback(() => setAnswer(null), []);
  return { busy, answer, act, forget };
}

/** Whether an act happened. */
export function wasDone({ state }: Pick<DeskRow, 'state'>): boolean {
  return state === 'done' || state === 'routed';
}

/** A call that rejects met a fault in the core, or lost its line: refusals are answers. */
export function noAnswer({ state }: Pick<Connection, 'state'>): ActAnswer {
  return { row: null, cutOff: state.get() !== 'open' };
}
