import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import file from '../../domain/money/vietqr.vectors.json' with { type: 'json' };

const cli = join(import.meta.dirname, 'main.ts');
const run = (args: readonly string[], input = ''): { status: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'vietqr', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
};
const vector = (id: string): string =>
  [...file.valid, ...file.invalid].find((candidate) => candidate.id === id)?.payload ?? '';
const receiver = ['--bin', '970436', '--account', '1021000004321'];

describe('vietqr make', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lt-vietqr-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints the text of the code as one JSON line', () => {
    const { status, out } = run([
      'make',
      ...receiver,
      '--amount',
      '35.000 đ',
      '--purpose',
      'TVBG PHÍ THẺ 000123',
    ]);
    expect(status).toBe(0);
    expect(out).toBe(`{"ok":true,"payload":"${vector('own-card-fee')}"}\n`);
  });

  it('takes the ask as JSON, from a file or from standard input, and what `read` printed', () => {
    const ask = { bin: '970436', account: '1021000004321', amount: 35_000, purpose: 'TVBG PHI THE 000123' };
    const path = join(folder, 'ask.json');
    writeFileSync(path, JSON.stringify(ask));
    expect(run(['make', '--json', path]).out).toContain(vector('own-card-fee'));
    expect(run(['make', '--json', path, '--amount', '1']).out).not.toContain(vector('own-card-fee'));
    const read = run(['read', vector('own-compensation-billno')]).out;
    expect(run(['make', '--json', '-'], read).out).toContain(vector('own-compensation-billno'));
  });

  it.each([
    [[...receiver, '--amount', '10,00'], '', 'thập phân'],
    [[...receiver, '--amount', '0'], '', 'Số tiền'],
    [[...receiver, '--bill', 'B'.repeat(26)], '', '25'],
    [['--bin', '97043', '--account', '1'], '', 'BIN'],
    [['--account', '1'], '', 'BIN'],
    [['--json', '-'], '{"bin":', 'JSON'],
    [['--json', '-'], '[]', 'JSON'],
    [['--json', '-'], '{"bin":970436,"account":"1"}', 'JSON'],
    [[...receiver, '--service', 'QRCASH'], '', 'QRIBFTTA'],
  ])('ends %j with 2 and one sentence', (args, input, word) => {
    const { status, out, err } = run(['make', ...args], input);
    expect({ status, out }).toStrictEqual({ status: 2, out: '' });
    expect(err).toContain(word);
    expect(err).toMatch(/^[^\n]+\.\n$/u);
  });

  it('shows how it is used when asked for an option it has not', () => {
    expect(run(['make', '--colour', 'red'])).toMatchObject({ status: 2, out: '' });
    expect(run(['make', '--json', join(folder, 'none.json')])).toMatchObject({ status: 2, out: '' });
  });
});

describe('vietqr read', () => {
  it('prints the fields, from an argument or from standard input', () => {
    const { status, out } = run(['read', vector('napas-6.1.4-dynamic-card')]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, amount: '180000', dong: 180_000, bank: 'Sacombank' });
    expect(run(['read', '-'], `${vector('napas-6.1.4-dynamic-card')}\r\n`).out).toBe(out);
  });

  it.each([
    [vector('amount-tampered-crc-kept'), 'không khớp'],
    [vector('tlv-length-overrun'), 'độ dài'],
    [vector('vnpay-guid-not-vietqr'), 'không phải VietQR'],
    ['', '000201'],
    ['024090001234|', '000201'],
  ])('ends %j with 2 and one sentence', (text, word) => {
    const { status, out, err } = run(['read', text]);
    expect({ status, out }).toStrictEqual({ status: 2, out: '' });
    expect(err).toContain(word);
    expect(err).toMatch(/^[^\n]+\.\n$/u);
  });

  it('asks for exactly one text', () => {
    expect(run(['read'])).toMatchObject({ status: 2, out: '' });
    expect(run(['read', 'a', 'b'])).toMatchObject({ status: 2, out: '' });
  });
});
