import { formatAmount } from '../../../domain/money/amount-text.ts';
import { amountInWords } from '../../../domain/money/amount-words.ts';
import type { ReceiptNumber } from '../../../domain/money/payment.ts';
import { formatReceiptNumber } from '../../../domain/money/receipt-number.ts';
import type { PaymentLine, PaymentSlipData } from '../../../domain/printing/slip-data.ts';
import { chargesOnPaper, depositsOnPaper, ledgersOnPaper } from '../../../contract/locales/slips.ts';
import type { SlipRecord } from '../../store/slips.ts';
import type { Store } from '../../store/store.ts';
import type { OwnSlipFact } from './slip-facts.ts';
import type { SlipContext } from './slip-head.ts';
import { slipHead } from './slip-head.ts';

type TakenFact = Extract<OwnSlipFact, { kind: 'payment.taken' }>;

/** A payment as its receipt says it. What became of it since is on a receipt that is printed again. */
export function paymentData(context: SlipContext, slip: SlipRecord, fact: TakenFact): PaymentSlipData {
  const { rows } = context.store;
  const { patron, purpose, method, amount, tendered, bill } = fact.body;
  const reader = rows.get('patron', patron);
  const payment = rows.get('payment', fact.id);
  const status = payment?.status ?? (method === 'vietqr' ? 'reported' : 'received');
  const receipt = payment?.receipt ?? fact.body.receipt;
  const change = tendered === null ? 0 : tendered - amount;
  return {
    ...slipHead(context, slip, fact),
    kind: 'payment',
    refund: purpose === 'deposit-refund' || purpose === 'credit-refund',
    provisional: receipt.kind === 'provisional',
    confirmed: context.store.journal.isConfirmed(fact),
    receipt: receiptText(receipt),
    reader: reader && { name: reader.name, card: reader.card },
    lines: linesOf(context.store, fact),
    total: formatAmount(amount),
    words: amountInWords(amount),
    cash: method === 'cash',
    transfer: method === 'vietqr',
    tendered: change > 0 ? formatAmount(tendered ?? 0) : '',
    change: change > 0 ? formatAmount(change) : '',
    bill: bill ?? '',
    reported: status === 'reported',
    bounced: status === 'bounced',
    reversed: status === 'reversed',
  };
}

/** Both kinds alike: whose numbers they are, the year, the number. */
function receiptText(receipt: ReceiptNumber): string {
  if (receipt.kind === 'provisional') return receipt.text;
  return `${receipt.series}/${receipt.year}/${formatReceiptNumber(receipt.number)}`;
}

function linesOf({ rows }: Store, { body }: TakenFact): readonly PaymentLine[] {
  if (body.purpose === 'deposit' || body.purpose === 'deposit-refund') {
    const title = depositsOnPaper[body.purpose];
    const amount = formatAmount(body.amount);
    return [{ no: '1', ledger: ledgersOnPaper.deposit, what: '', title, amount, legalAct: '' }];
  }
  return body.allocations.map((part, index) => {
    const charge = rows.get('charge', part.charge);
    return {
      no: String(index + 1),
      ledger: ledgersOnPaper[part.ledger],
      what: charge ? chargesOnPaper[charge.kind] : '',
      title: charge?.title ?? '',
      // What is given back is less than nothing in the books, and an amount on paper.
      amount: formatAmount(Math.abs(part.amount)),
      legalAct: charge?.legalAct ?? '',
    };
  });
}
