import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from './scan-answer.ts';
import { patternsFrom } from './scan-patterns.ts';

const today = '2026-11-25';
const patterns = patternsFrom(undefined);
const card = '024090001234|121234567|BẠN ĐỌC THỬ|01011990|Nam|Xã Thử, Bắc Giang|15042021';

// The specification's own sample 6.1.1, see reference/vietnam.md §2.
const vietQr =
  '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F';

describe('answers', () => {
  it('gives the fields of a citizen card and the text without its tail', () => {
    expect(answerTo(`\ufeff${card.normalize('NFD')}|024000000009\r\n`, patterns, today)).toEqual({
      ok: true,
      answer: {
        kind: 'citizen-card',
        text: card,
        fields: {
          number: '024090001234',
          oldNumber: '121234567',
          name: 'BẠN ĐỌC THỬ',
          birthDate: '1990-01-01',
          birthYear: 1990,
          sex: 'M',
          residence: 'Xã Thử, Bắc Giang',
          issueDate: '2021-04-15',
          parents: [],
          registration: { province: '024', provinceName: 'Bắc Giang', sex: 'M', birthYear: 1990 },
        },
        certain: true,
        warnings: [],
      },
    });
  });

  it('never prints the number of a health card', () => {
    const name = Buffer.from('Bạn Đọc Nhỏ').toString('hex');
    const result = answerTo(`TE1240120878811|${name}|01/06/2022|2|-|24 - 007|`, patterns, today);
    expect(result).toMatchObject({
      ok: true,
      answer: { kind: 'health-card', text: null, fields: { exemptionHint: 'child-under-6' } },
    });
    expect(JSON.stringify(result)).not.toContain('0120878811');
  });

  it.each([
    ['vv.004512', { kind: 'item', text: 'VV.004512', certain: true }],
    ['KX.999999', { kind: 'unknown', text: 'KX.999999', certain: false }],
    ['0-201-63385-X', { kind: 'isbn', text: '9780201633856', fields: { isbn10: '020163385X' } }],
    ['9771699057002', { kind: 'issn', text: '1699-0579' }],
    ['%lt-tra', { kind: 'command', text: '%LT-TRA', fields: { command: 'return-mode' } }],
    [vietQr, { kind: 'vietqr', text: vietQr, fields: { bankBin: '970403', account: '0011012345678' } }],
    ['https://example.vn/1', { kind: 'url', text: 'https://example.vn/1' }],
  ])('%s', (text, answer) => {
    expect(answerTo(text, patterns, today)).toMatchObject({ ok: true, answer });
  });

  it.each([
    ['', 'trống'],
    [null, 'UTF-8'],
    ['VV.\ufffd04512', 'UTF-8'],
    [card.slice(0, 60), 'cắt giữa chừng'],
    ['9780201633857', 'ISBN'],
    [vietQr.replace('9E6F', '9E6E'), 'Mã kiểm tra của mã QR không khớp'],
    [vietQr.slice(0, 60), 'cắt cụt'],
  ])('refuses %j in a sentence that does not repeat it', (text, word) => {
    const result = answerTo(text, patterns, today);
    expect(result).toMatchObject({ ok: false, sentence: expect.stringContaining(word) });
    expect(JSON.stringify(result)).not.toContain('THỬ');
  });
});

describe('the command', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lt-scan-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const cli = join(import.meta.dirname, 'main.ts');
  const run = (
    args: readonly string[],
    input = Buffer.alloc(0),
  ): { status: number | null; out: string; err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'scan', 'classify', ...args], {
      input,
    });
    return { status, out: stdout.toString(), err: stderr.toString() };
  };

  it('prints one JSON line', () => {
    const { status, out } = run(['BN-900123']);
    expect(status).toBe(0);
    expect(out).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(out)).toMatchObject({ kind: 'patron-card', fields: { code: 'BN-900123' } });
  });

  it('reads standard input, and ends with 2 and nothing on standard output when it is not UTF-8', () => {
    expect(run(['-'], Buffer.from(card)).out).toContain('BẠN ĐỌC THỬ');
    expect(run(['-'], Buffer.from(card, 'utf16le'))).toMatchObject({ status: 2, out: '' });
    expect(run(['-'], Buffer.from([0x56, 0xff]))).toMatchObject({ status: 2, out: '' });
  });

  it("takes a library's own patterns and tells of those that an input method may change", () => {
    const path = join(folder, 'patterns.json');
    const own = { id: 'te', prefix: 'TE', digits: 6, example: 'TE100512' };
    writeFileSync(path, JSON.stringify({ itemPatterns: [own] }));
    expect(JSON.parse(run(['--json', path, 'TE100512']).out)).toMatchObject({
      kind: 'item',
      warnings: ['pattern-not-safe-from-vni: te'],
    });
    writeFileSync(path, JSON.stringify({ itemPatterns: [{ ...own, example: 'TE1' }] }));
    expect(run(['--json', path, 'TE100512'])).toMatchObject({ status: 2, out: '' });
  });
});
