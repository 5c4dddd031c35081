import { ORPCError } from '@orpc/client';
import { useMemo } from 'react';
import type { DeskPatron } from '../../contract/workstation/desk.ts';
import { reason } from '../../domain/outcome.ts';
import type { NoticeContent } from './rows/notices.ts';
import { usePage } from '../ui/page-context.tsx';

/** What the desk asks of the core. Nothing is shown as done from here: the rows come by event. */
export interface DeskCalls {
  scan(text: string, via: 'wedge' | 'typed'): void;
  renew(loans: readonly string[]): void;
  renewAll(patron: DeskPatron | null): void;
  finish(print: boolean): void;
  printSlip(slip: string): void;
  dismissSlip(slip: string): void;
  syncNow(): void;
}

/** Most loans in one request, as the contract has it; a reader with more is renewed in several. */
const loansPerRequest = 500;

/** The calls of the desk; one that fails leaves a notice among the rows. */
export function useDeskCalls(): DeskCalls {
  const { connection, notices } = usePage();
  return useMemo(() => {
    const { api } = connection;
    const told = (call: Promise<void>, cutOff: NoticeContent): void => {
      const offline = connection.state.get() !== 'open';
      // The core answers refusals with rows: a call that rejects met a fault in it, or lost its line.
      call.catch((error: unknown) => {
        if (error instanceof ORPCError) notices.add(reason('LT-5103'));
        else notices.add(offline ? { sentence: 'offline' } : cutOff);
      });
    };
    const renew = (loans: readonly string[]): void => {
      for (let from = 0; from < loans.length; from += loansPerRequest) {
        told(api.desk.renew({ loans: loans.slice(from, from + loansPerRequest) }), { sentence: 'action' });
      }
    };
    return {
      scan: (text, via) => {
        const code = text.trim();
        if (code === '') return;
        told(api.desk.scan({ text: code.slice(0, longestText), via }), {
          sentence: 'unsent',
          text: code.slice(0, 64),
        });
      },
      renew,
      renewAll: (patron) => renew(patron?.loans.map(({ loan }) => loan.id) ?? []),
      finish: (print) => told(api.desk.finish({ print }), { sentence: 'action' }),
      printSlip: (slip) => told(api.printing.print({ slip }), { sentence: 'action' }),
      dismissSlip: (slip) => told(api.printing.dismiss({ slip }), { sentence: 'action' }),
      syncNow: () => told(api.sync.now(), { sentence: 'action' }),
    };
  }, [connection, notices]);
}

/** Longest text the contract takes. The core answers anything longer than a label with LT-1104. */
const longestText = 4096;
