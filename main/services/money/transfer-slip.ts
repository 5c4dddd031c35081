import { bankName } from '../../../domain/money/banks.ts';
import { formatAmount } from '../../../domain/money/amount-text.ts';
import { amountInWords } from '../../../domain/money/amount-words.ts';
import { readVietQr } from '../../../domain/money/vietqr.ts';
import type { SlipDocument, SlipLine } from '../../../contract/devices/slip.ts';
import type { StationConfig } from '../../config.ts';

/**
 * The QR of a transfer on paper, for a reader who scans it away from the screen. Null for anything but a transfer to
 * the library's own account: nobody else's QR comes out of this printer. It is no receipt and is not kept.
 */
export function transferSlip(
  { bank, library }: Pick<StationConfig, 'bank' | 'library'>,
  payload: string,
): SlipDocument | null {
  const read = readVietQr(payload);
  if (!read.ok || read.qr.kind !== 'transfer') return null;
  const { bankBin, account, dong, billNumber } = read.qr;
  if (bank === null || bankBin !== bank.bin || account !== bank.account || dong === null) return null;
  return {
    reprint: false,
    lines: [
      centred(library.name, 'body', true),
      centred('QUÉT ĐỂ CHUYỂN KHOẢN', 'title', true),
      { kind: 'qr', value: payload },
      centred(formatAmount(dong), 'title', true),
      centred(amountInWords(dong), 'small', false),
      { kind: 'rule' },
      { kind: 'pair', left: bankName(bankBin) ?? bankBin, right: account, bold: false },
      { kind: 'pair', left: 'Nội dung', right: billNumber ?? '', bold: false },
      centred('Chuyển xong, báo thủ thư. Đây không phải phiếu thu.', 'small', false),
    ],
  };
}

function centred(value: string, size: 'small' | 'body' | 'title', bold: boolean): SlipLine {
  return { kind: 'text', text: value, size, bold, align: 'center' };
}
