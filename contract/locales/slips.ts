import type { ChargeKind, Ledger } from '../../domain/money/charge.ts';

/**
 * Words that data brings onto paper; all others are in the templates (`domain/printing/templates`). The reader takes
 * the slip home, so they follow the library's language, not the screen's.
 */
export const ledgersOnPaper: Readonly<Record<Ledger, string>> = {
  fee: 'Phí',
  service: 'Giá dịch vụ',
  compensation: 'Bồi thường',
  deposit: 'Thế chân',
};

/** Why a charge is owed, where its title only names the book. A fee's own title says it already. */
export const chargesOnPaper: Readonly<Record<ChargeKind, string>> = {
  overdue: 'Quá hạn',
  lost: 'Mất tài liệu',
  processing: 'Chi phí xử lý',
  damage: 'Hư hỏng',
  card: '',
  'card-replacement': '',
  service: '',
};

export const depositsOnPaper = {
  deposit: 'Nhận tiền thế chân',
  'deposit-refund': 'Trả lại tiền thế chân',
} as const;
