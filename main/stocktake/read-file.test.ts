import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTyping } from '../../domain/identifiers/typed-tag.ts';
import { readHandheldFile } from './read-file.ts';

const options = { columns: null, typing: plainTyping };
const text = 'Mã vạch;Số lần\r\n00012;2\r\n';
const expected = { ok: true, file: { reads: [{ barcode: '00012', count: 2 }] } };

/** A ZIP file of these parts, as Excel writes one, without checksums. */
function zip(parts: Readonly<Record<string, string>>): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(content));
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46);
    chunks.push(local, packed);
    directory.push(entry);
    at += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

const workbook = zip({
  'xl/worksheets/sheet1.xml':
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Số lần</t></is></c></row>' +
    '<row r="2"/><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"/><c r="C3"><v>2</v></c></row></sheetData></worksheet>',
  'xl/sharedStrings.xml':
    '<sst><si><r><t>Mã </t></r><r><t xml:space="preserve">vạch</t></r></si><si><t>A&amp;B&#x31;</t></si></sst>',
});

describe('a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16BE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('in %s is read', (_, bytes) => {
    expect(readHandheldFile(bytes, options)).toMatchObject(expected);
  });

  it.each([
    ['another encoding', Buffer.from('M\u00E3,1\n', 'latin1'), 'encoding'],
    ['UTF-16 without its mark', Buffer.from('00012\n', 'utf16le'), 'encoding'],
    ['a ZIP file that is no workbook', zip({ 'a.txt': 'x' }), 'workbook'],
    ['a workbook cut in the middle', workbook.subarray(0, 200), 'workbook'],
    ['nothing', new Uint8Array(), 'empty'],
  ])('in %s is refused', (_, bytes, fault) => {
    expect(readHandheldFile(bytes, options)).toEqual({ ok: false, fault });
  });

  it('of Excel gives its first sheet with the row numbers of Excel', () => {
    expect(readHandheldFile(workbook, options)).toMatchObject({
      ok: true,
      file: { columns: { barcode: 0, count: 2 }, reads: [{ barcode: 'A&B1', count: 2, line: 3 }] },
    });
  });

  it('of any bytes never throws', () => {
    const changes = fc.array(fc.tuple(fc.nat(workbook.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.oneof(changes, fc.uint8Array({ maxLength: 60 })), (what) => {
        const bytes = what instanceof Uint8Array ? what : Buffer.from(workbook);
        if (!(what instanceof Uint8Array)) for (const [at, value] of what) bytes[at] = value;
        expect(readHandheldFile(bytes, options)).toHaveProperty('ok');
      }),
      { numRuns: Number(process.env['LUU_THONG_FUZZ'] ?? 2_000) },
    );
  });
});
