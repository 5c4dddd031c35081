import { ORPCError } from '@orpc/client';
import { useMemo } from 'react';
import type { DeskMode, DeskPatron } from '../../contract/workstation/desk.ts';
import { reason } from '../../domain/outcome.ts';
import type { DeskCommand } from '../forms/use-act.ts';
import { usePage } from '../ui/page-context.tsx';
import type { RowAnswer } from './rows/question.ts';
import type { NoticeContent } from './rows/notices.ts';

/** What the desk asks of the core. Nothing is shown as done from here: the rows come by event. */
export interface DeskCalls {
  /** Resolves when it is decided, or when nobody answered: then a notice says so. */
  scan(text: string, via: 'wedge' | 'typed' | 'camera'): Promise<void>;
  renew(loans: readonly string[]): void;
  renewAll(patron: DeskPatron | null): void;
  /** Anything else a desk does; its row says what came of it. */
  act(command: DeskCommand): void;
  answer(answer: RowAnswer): void;
  decline(row: string): void;
  acknowledge(row: string): void;
  /** Takes an act back; null: the newest that can be. */
  undo(act: string | null): void;
  setMode(mode: DeskMode): void;
  finish(print: boolean): void;
  printSlip(slip: string): void;
  dismissSlip(slip: string): void;
  /** Writes the tags of a copy again. */
  retryTag(item: string): void;
  dismissTag(item: string): void;
  syncNow(): void;
}

/** Most loans in one request, as the contract has it; a reader with more is renewed in several. */
const loansPerRequest = 500;

/** The calls of the desk; one that fails leaves a notice among the rows. */
export function useDeskCalls(): DeskCalls {
  const { connection, cache, notices } = usePage();
  return useMemo(() => {
    const { api } = connection;
    const settled = async (call: Promise<unknown>, cutOff: NoticeContent): Promise<void> => {
      const offline = connection.state.get() !== 'open';
      try {
        await call;
      } catch (error) {
        // The core answers refusals with rows: a call that rejects met a fault in it, or lost its line.
        if (error instanceof ORPCError) notices.add(reason('LT-5103'));
        else notices.add(offline ? { sentence: 'offline' } : cutOff);
      }
    };
    const told = (call: Promise<unknown>): void => void settled(call, { sentence: 'action' });
    const renew = (loans: readonly string[]): void => {
      for (let from = 0; from < loans.length; from += loansPerRequest)
        told(api.desk.renew({ loans: loans.slice(from, from + loansPerRequest) }));
    };
    return {
      scan: (text, via) => {
        const code = text.trim();
        if (code === '') return Promise.resolve();
        return settled(api.desk.scan({ text: code.slice(0, longestText), via }), {
          sentence: 'unsent',
          text: code.slice(0, 64),
        });
      },
      renew,
      renewAll: (patron) => renew(patron?.loans.map(({ loan }) => loan.id) ?? []),
      act: (command) => told(api.desk.act(command)),
      answer: ({ row, confirmed, due, restricted }) =>
        told(api.desk.answer({ row, confirmed: [...confirmed], due, restricted })),
      decline: (row) => told(api.desk.decline({ row })),
      acknowledge: (row) => told(api.desk.acknowledge({ row })),
      undo: (act) => told(api.desk.undo({ act })),
      setMode: (mode) => told(api.desk.setMode(mode).then(cache.refreshMode)),
      finish: (print) => told(api.desk.finish({ print })),
      printSlip: (slip) => told(api.printing.print({ slip })),
      dismissSlip: (slip) => told(api.printing.dismiss({ slip })),
      retryTag: (item) => told(api.devices.retryTag({ item })),
      dismissTag: (item) => told(api.devices.dismissTag({ item })),
      syncNow: () => told(api.sync.now()),
    };
  }, [connection, cache, notices]);
}

/** Longest text the contract takes. The core answers anything longer than a label with LT-1104. */
const longestText = 4096;
