import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTyping } from '../identifiers/typed-tag.ts';
import { readHandheldText, type ColumnChoice, type HandheldFile } from './handheld-file.ts';

function read(text: string, columns: ColumnChoice | null = null, types = plainTyping.types): HandheldFile {
  const result = readHandheldText(text, { columns, typing: { prefix: '', types } });
  if (!result.ok) throw new Error(result.fault);
  return result.file;
}

const none = { barcode: null, epc: null, uid: null, count: 1, time: null, rssi: null };
const epc = 'E2003412013F1234ABCD5678';

describe('a file of a handheld', () => {
  it('of one code per line merges what comes again and keeps what it cannot decide', () => {
    const text = `\uFEFF00012\r\n${epc}\r\n\r\n00012\r\n300000000000000000001242\r\n3,0E+23\r\n`;
    expect(read(text)).toEqual({
      columns: { code: 0 },
      rows: 5,
      reads: [
        { ...none, barcode: '00012', count: 2, line: 1 },
        { ...none, epc, line: 2 },
      ],
      bad: [
        { line: 5, text: '300000000000000000001242', fault: 'ambiguous', kept: false },
        { line: 6, text: '3,0E+23', fault: 'rounded', kept: false },
      ],
    });
  });

  it('with an English header gives EPC, count, signal and time', () => {
    const text = `EPC,Count,RSSI,First Seen\n${epc},3,-61.5,2026-11-25 08:01:02\n${epc},2,-50,2026-11-25T07:00\n`;
    expect(read(text).reads).toEqual([
      { ...none, epc, count: 5, line: 2, time: '2026-11-25T07:00:00', rssi: -50 },
    ]);
  });

  it('with a Vietnamese header, semicolons, decimal commas and quotes', () => {
    const text =
      'STT;Mã vạch;Số lần;Cường độ;Thời gian\r\n1;"SGK;""01""\r\n";2;-61,5;25/11/2026 8:01\r\n2;00013;x;nhỏ;31/02/2026\r\n3;;1;;\r\n';
    expect(read(text)).toMatchObject({
      columns: { barcode: 1, count: 2, rssi: 3, time: 4 },
      rows: 3,
      reads: [
        { barcode: 'SGK;"01"', count: 2, line: 2, rssi: -61.5, time: '2026-11-25T08:01:00' },
        { barcode: '00013', count: 1, line: 4, rssi: null, time: null },
      ],
      bad: [
        { line: 4, text: '31/02/2026', fault: 'time', kept: true },
        { line: 4, text: 'nhỏ', fault: 'rssi', kept: true },
        { line: 4, text: 'x', fault: 'count', kept: true },
        { line: 5, fault: 'no-code', kept: false },
      ],
    });
  });

  it('without a header is understood by its content', () => {
    const text = `${epc}\t-48\t2\t2026-11-25 08:00:00\nE00401500A1B2C3D\t-50\t1\t2026-11-25 08:00:01\n${epc}\t-44\t1\t`;
    expect(read(text)).toMatchObject({
      columns: { code: 0, rssi: 1, count: 2, time: 3 },
      reads: [{ epc, count: 3, rssi: -44 }, { uid: 'E00401500A1B2C3D' }],
      bad: [],
    });
    expect(read('00012,3\n00013,1\n')).toMatchObject({
      columns: { code: 0, count: 1 },
      reads: [{ barcode: '00012', count: 3 }, { barcode: '00013' }],
    });
  });

  it('keeps tag and barcode of one line together, and a barcode beside a tag that is none', () => {
    expect(read(`EPC,Barcode\n${epc},00012\nxyz,00013\n`)).toMatchObject({
      reads: [
        { epc, barcode: '00012' },
        { epc: null, barcode: '00013' },
      ],
      bad: [{ line: 3, text: 'xyz', fault: 'shape', kept: true }],
    });
  });

  it('is mapped by hand, by number or by header', () => {
    const text = 'a;b\n00012;300000000000000000001242\n';
    expect(read(text, { epc: 'b' }).reads).toMatchObject([{ epc: '300000000000000000001242', line: 2 }]);
    expect(read('00012;x\n00013;y\n', { code: 1 }, 'barcode').reads).toHaveLength(2);
    expect(readHandheldText(text, { columns: { epc: 'c' }, typing: plainTyping })).toEqual({
      ok: false,
      fault: 'no-such-column',
      column: 'c',
    });
  });

  it('that holds no rows or no codes is refused', () => {
    const options = { columns: null, typing: plainTyping };
    expect(readHandheldText(' \r\n\r\n', options)).toEqual({ ok: false, fault: 'empty' });
    expect(readHandheldText('RSSI,Count\n-50,1\n', options)).toEqual({ ok: false, fault: 'no-code-column' });
  });

  it('with a quotation mark that is never closed loses one line at most', () => {
    expect(read('code,count\n"00012,1\n00013,1\n')).toMatchObject({
      rows: 2,
      reads: [{ barcode: '"00012' }, { barcode: '00013' }],
    });
  });
});

it('never throws, and every row is a read or a bad line', () => {
  const cell = fc.oneof(
    fc.constantFrom('', '"', '""', epc, '00012', 'EPC', 'Mã vạch', '-50', '25/11/2026', '3'),
    fc.string({ maxLength: 12 }),
  );
  const line = fc
    .array(cell, { maxLength: 5 })
    .chain((cells) => fc.constantFrom(',', ';', '\t', '|', '').map((delimiter) => cells.join(delimiter)));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
      const result = readHandheldText(lines.join(end), { columns: { code: 1 }, typing: plainTyping });
      const { rows, reads, bad } = result.ok ? result.file : { rows: 0, reads: [], bad: [] };
      const lost = bad.filter(({ kept }) => !kept).length;
      expect(reads.reduce((sum, { count }) => sum + count, 0) + lost).toBe(rows);
      expect(result.ok || result.fault === 'empty').toBe(true);
    }),
    { numRuns: Number(process.env['LUU_THONG_FUZZ'] ?? 2_000) },
  );
});
