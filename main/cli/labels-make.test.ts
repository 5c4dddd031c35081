import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../testing/folders.ts';

const cli = join(import.meta.dirname, 'main.ts');
const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'labels', 'make', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
function question(value: unknown): { readonly json: string; readonly out: string } {
  const folder = testFolder();
  const json = join(folder, 'labels.json');
  writeFileSync(json, typeof value === 'string' ? value : JSON.stringify(value));
  return { json, out: join(folder, 'labels.pdf') };
}
const label = (value: string) => ({ lines: ['895.9', value], code: { symbology: 'code128', value } });

describe('labels make', { timeout: 60_000 }, () => {
  it('writes sheets of labels as PDF, going on where the first sheet was used up', () => {
    const { json, out } = question({ skip: 23, labels: [label('VV.000001'), label('VV.000002')] });
    expect(run('--json', json, '--out', out)).toMatchObject({
      status: 0,
      stdout: '{"ok":true,"labels":2,"code":null}\n',
    });
    const pdf = readFileSync(out, 'latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    // The first label takes the last place of one sheet, the second begins another.
    expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(2);
  });

  it('says what is wrong with the question, and where', () => {
    const { json, out } = question({ labels: [{ lines: ['x'], code: { symbology: 'ean', value: '1' } }] });
    const answer = run('--json', json, '--out', out);
    expect(answer).toMatchObject({ status: 2, stdout: '' });
    expect(answer.stderr).toContain('labels.0.code.symbology');
    expect(run('--json', json)).toMatchObject({ status: 2 });
    expect(run('--json', question('{').json, '--out', out)).toMatchObject({ status: 2 });
  });

  it('ends with 1 and a sentence when the file cannot be written', () => {
    const { json } = question({ labels: [label('VV.000001')] });
    const answer = run('--json', json, '--out', join(testFolder(), 'khong-co', 'labels.pdf'));
    expect(answer.status).toBe(1);
    expect(JSON.parse(answer.stdout)).toMatchObject({ ok: false });
    expect(answer.stderr.trim()).not.toBe('');
    expect(answer.stderr).not.toContain('    at ');
  });
});
