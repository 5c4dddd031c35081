import fc from 'fast-check';
import type { SlipDocument, SlipLine } from '../../../contract/devices/slip.ts';
import type { Bitmap } from '../bitmap.ts';
import { drawSlip } from '../raster.ts';

const syllables =
  'Thư viện tỉnh Đồng Tháp ĐẤT RỪNG phương Nam Truyện Kiều nghiêng thuở ngoằn ngoèo khuỷu quyển sách Ẩm thực Ỗ ' +
  'Nguyễn Du 2026 — “Lịch sử” & (tập 2)';

/** Vietnamese text as titles have it, and now and then what nobody expects. */
const anyText = fc.oneof(
  fc
    .array(fc.constantFrom(...syllables.split(' ')), { minLength: 0, maxLength: 25 })
    .map((words) => words.join(' ')),
  fc.constantFrom(...syllables.split(' ')).map((text) => text.normalize('NFD')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constant('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2)),
);

const anyLine: fc.Arbitrary<SlipLine> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text: anyText,
    size: fc.constantFrom('small', 'body', 'title'),
    align: fc.constantFrom('left', 'center'),
    bold: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('pair' as const), left: anyText, right: anyText, bold: fc.boolean() }),
  fc.constant({ kind: 'rule' as const }),
  fc.constant({ kind: 'gap' as const }),
  fc.record({
    kind: fc.constant('barcode' as const),
    value: fc.string({ unit: 'binary-ascii', maxLength: 30 }),
  }),
  fc.record({ kind: fc.constant('qr' as const), value: anyText }),
);

export const anyDocument: fc.Arbitrary<SlipDocument> = fc.record({
  lines: fc.array(anyLine, { maxLength: 12 }),
  reprint: fc.boolean(),
});

/** Bytes in portions of any size, as lines deliver them. */
export function portions(bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return at.slice(1).map((end, index) => bytes.slice(at[index], end));
}

/** A realistic loan slip. */
export const loanSlip: SlipDocument = {
  reprint: false,
  lines: [
    { kind: 'text', text: 'THƯ VIỆN TỈNH ĐỒNG THÁP', size: 'title', align: 'center', bold: true },
    { kind: 'pair', left: '22/11/2026', right: '14:02', bold: false },
    { kind: 'rule' },
    { kind: 'pair', left: 'Bạn đọc', right: 'Nguyễn Thị Ngọc Ánh', bold: true },
    { kind: 'text', text: '1. Đất rừng phương Nam', size: 'body', align: 'left', bold: true },
    { kind: 'pair', left: 'VN.012345', right: 'Hạn trả 06/12/2026', bold: false },
    { kind: 'gap' },
    { kind: 'barcode', value: 'DTP-00012345' },
  ],
};

/** Draws a slip that must be drawable. */
export async function drawn(document: SlipDocument, dots: 576 | 384 = 576): Promise<Bitmap> {
  const slip = await drawSlip(document, dots);
  if (slip === null) throw new Error('not drawn');
  return slip;
}
