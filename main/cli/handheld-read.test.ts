import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handheldRead } from './handheld-read.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'luu-thong-handheld-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(content: string | Uint8Array, ...options: readonly string[]) {
  const path = join(folder, 'kiem-ke.csv');
  writeFileSync(path, content);
  const cli = join(import.meta.dirname, 'main.ts');
  return spawnSync(process.execPath, [cli, 'handheld', 'read', path, ...options], { encoding: 'utf8' });
}

describe('handheld read', () => {
  it('prints what the file holds', () => {
    const { status, stdout } = run('Mã;Đọc\n00012;2\n00012;1\n', '--map', 'barcode=Mã,count=2');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ reads: [{ barcode: '00012', count: 3, line: 2 }], bad: [] });
  });

  it('refuses with a sentence and ends with 2', () => {
    const { status, stdout, stderr } = run('Mã\n1\n', '--map', 'epc=Thẻ');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('không có cột “Thẻ”');
  });

  it.each([
    ['a role that is not known', ['x.csv', '--map', 'màu=1'], '--map không hiểu “màu=1”'],
    ['a kind that is not known', ['x.csv', '--types', 'hex'], '--types không nhận “hex”'],
    ['a file that is not there', ['không-có.csv'], 'Không có tệp không-có.csv'],
    ['no file', [], 'Cần đúng một tệp'],
  ])('refuses %s', (_, args, sentence) => {
    expect(() => handheldRead.run(args)).toThrow(sentence);
  });
});
