import type { FactDraft } from '../../domain/facts/fact.ts';

const policy = { version: 'p1', rule: 'r1', loanPolicy: 'ordinary' } as const;

/** The copy `item` leaves with `patron`. */
export function lend(item: string, patron = 'patron-1', due = '2026-12-06'): FactDraft {
  return {
    kind: 'loan.checked-out',
    body: { item, barcode: `VV.${item}`, patron, card: `T-${patron}`, library: 'lib-1', due, policy },
  };
}

/** The copy `item` comes back; the desk believes it closes `loan`. */
export function takeBack(item: string, loan: string | null): FactDraft {
  return { kind: 'loan.returned', body: { item, barcode: `VV.${item}`, library: 'lib-1', loan } };
}

export function renew(item: string, loan: string, renewals = 1, due = '2026-12-20'): FactDraft {
  return { kind: 'loan.renewed', body: { loan, item, patron: 'patron-1', due, renewals, policy } };
}
