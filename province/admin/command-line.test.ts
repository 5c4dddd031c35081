import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pushLineText } from '../../contract/sync/rescue.ts';
import { chainHash, genesisHash } from '../../domain/facts/fact.ts';
import { readOptions } from '../options.ts';
import type { RunningProvince } from '../start.ts';
import { startProvince } from '../start.ts';
import { sha256Hex } from '../sync/sha256.ts';
import { runAdminCommand } from './command-line.ts';

let folder: string;
let running: RunningProvince | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'province-'));
  const publicKey = `ed25519=${'A'.repeat(43)}`;
  const options = readOptions(['--data', folder, '--enrol', `ST-07:lib-1:Quầy 7:${publicKey}`], {});
  running = await startProvince(options, pino({ level: 'silent' }));
}, 120_000);
afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function run(...args: readonly string[]) {
  const said: string[] = [];
  const complaints: string[] = [];
  const code = await runAdminCommand(
    [...args, '--data', folder],
    {},
    (text) => said.push(text),
    (text) => complaints.push(text),
  );
  return { code, said: said.join(''), complaints: complaints.join('') };
}

it('commands reach the server that has the embedded database open, and the folder itself when none has', async () => {
  expect(await run('stations')).toMatchObject({ code: 0, said: expect.stringContaining('"proof": "key"') });
  const mode = statSync(join(folder, 'admin.json')).mode & 0o777;
  expect(process.platform === 'win32' ? 0o600 : mode).toBe(0o600);
  expect(await run('revoke', 'ST-99')).toMatchObject({ code: 1 });
  const file = join(folder, 'tram.ndjson');
  const header = {
    rescue: 1,
    station: 'ST-07',
    incarnation: 'inc-1',
    epoch: null,
    madeAt: '2026-11-22T15:00:00.000+07:00',
    app: 'test',
    facts: 0,
    oldestAt: null,
    journals: [],
    unreadable: 0,
    bytes: 0,
    sha256: createHash('sha256').digest('hex'),
  };
  writeFileSync(file, `${JSON.stringify(header)}\n`);
  expect(await run('import-journal', file)).toMatchObject({
    code: 0,
    said: expect.stringContaining('"added":0'),
  });
  writeFileSync(file, `${JSON.stringify({ ...header, station: 'ST-99' })}\n`);
  expect(await run('import-journal', file)).toMatchObject({
    code: 1,
    said: '',
    complaints: expect.stringContaining('Tỉnh không có trạm ST-99'),
  });
  const lines = [1, 3].map(lineOfTram).join('');
  const damage = { missing: [{ inc: 'inc-1', from: 2, to: 2 }], openEnd: true };
  const sums = { bytes: lines.length, sha256: createHash('sha256').update(lines).digest('hex') };
  writeFileSync(file, `${JSON.stringify({ ...header, ...sums, facts: 2, damage })}\n${lines}`);
  const imported = await run('import-journal', file);
  expect(imported).toMatchObject({ code: 0, said: expect.stringContaining('"added":2') });
  expect(imported.complaints).toContain('thiếu lượt 2.');
  expect(imported.complaints).toContain('không chắc sau mục cuối');
  expect(await run('revoke', 'ST-07')).toMatchObject({ code: 0 });
  await running?.close();
  running = null;
  expect(await run('stations')).toMatchObject({
    code: 0,
    said: expect.stringContaining('"proof": "revoked"'),
  });
  const unknown = await run('enrol', '--library', 'lib-1', '--name', 'Quầy 8');
  expect(unknown).toMatchObject({ code: 1, complaints: expect.stringContaining('Không có thư viện') });
});

/** A line of the station's journal, of a kind that nobody knows yet. */
function lineOfTram(seq: number): string {
  const bytes = JSON.stringify({
    v: 1,
    id: `00000000-0000-7000-8000-00000000000${seq}`,
    station: 'ST-07',
    inc: 'inc-1',
    seq,
    kind: 'later.kind',
    kv: 1,
    at: '2026-11-22T08:00:00.000+07:00',
    clock: { boot: 'b', mono: seq, offset: null },
    actor: 'a',
    desk: 'd',
    basis: { epoch: null, cursor: 0, policy: null },
    body: {},
  });
  const prev = seq === 1 ? genesisHash : 'f'.repeat(64);
  return pushLineText({ bytes, prev, hash: chainHash(sha256Hex, prev, bytes) });
}

it.each([
  [['enrol', '--name', 'Quầy 2']],
  [['revoke']],
  [['enrol', '--what']],
  [['import-journal', '/none']],
])('what cannot be understood ends with 2: %j', async (args) => {
  expect(await run(...args)).toMatchObject({ code: 2, said: '' });
});

it('keep the heads of the journals, walk them again, and compact the feed, while the server runs', async () => {
  const written = await run('audit', 'head');
  expect(written).toMatchObject({ code: 0, complaints: '' });
  const file = written.said.split('\n')[0] ?? '';
  const whole = await run('audit', 'verify', '--file', file);
  expect(whole.code).toBe(0);
  expect(JSON.parse(whole.said)).toMatchObject({ ok: true, faults: [], files: 1, inFiles: [] });
  const altered = { station: 'ST-07', inc: 'inc-1', seq: 3, hash: '0'.repeat(64) };
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), journals: [altered] }));
  const found = await run('audit', 'verify');
  expect(found.code).toBe(1);
  expect(found.complaints).toContain('its root is not that of its journals');
  expect(found.complaints).toContain('ST-07 inc-1 #3: sổ đã bị cắt ngắn');
  expect(await run('compact', '--keep', '10')).toMatchObject({ code: 0 });
  for (const wrong of [['compact', '--keep', 'x'], ['audit'], ['audit', 'verify', '--file', 'khong-co']])
    expect((await run(...wrong)).code).toBe(2);
});
