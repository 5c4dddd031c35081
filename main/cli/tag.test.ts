import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Command } from './command.ts';
import { WrongUse } from './command.ts';
import { tagDecode } from './tag-decode.ts';
import { tagEncode } from './tag-encode.ts';

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** In this process: a hundred of them would take minutes in theirs. */
function run([word, ...args]: readonly string[]): Ran {
  const command: Command = word === 'decode' ? tagDecode : tagEncode;
  let out = '';
  let err = '';
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  try {
    const status = command.run(args);
    return { status: typeof status === 'number' ? status : null, out, err };
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    return { status: 2, out, err: error.message };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

/** As people call it. */
function runProcess(args: readonly string[], input = ''): Ran {
  const cli = join(import.meta.dirname, 'main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'tag', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

const answer = (args: readonly string[]): unknown => JSON.parse(run(args).out);

// ISO 28560-3 annex B.1 and ISO 28560-2 annex D; Shanghai Jiao Tong (dp2 TestGaoxiao1.cs).
const annexB1 = '1101013130303030303030353600000000000098A4444B3731383530300000000000';
const annexD = '9100051CBE991A140201D0140204B34607441CB6E2E335D6830207ACC09EBAA06F6B0000';
const alliance = 'C15734001703000398130803F4040000';

describe('tag decode', () => {
  it.each([
    [['--hex', annexB1], { technology: 'hf', kind: 'item', itemId: '1000000056', profile: 'iso28560-3' }],
    [['--hex', annexD.replaceAll(/(.{8})/gu, '$1 ')], { itemId: '123456789012', profile: 'iso28560-2' }],
    [['--hex', annexD, '--afi', 'C2', '--dsfid', '06'], { secured: false, owner: 'US-InU-Mu' }],
    [['--hex', alliance], { technology: 'uhf', itemId: '32103179', profile: 'alliance', secured: true }],
    [['--hex', alliance, '--user', '0C0228081004000100010000'], { owner: '10248', complete: true }],
    [['--hex', '45C2141CC04FC70BADB5C6E2DA1DED4DD319'], { technology: 'uhf', itemId: '12345678' }],
    [
      ['--hex', alliance.slice(4), '--tid', 'E2003412012CFE000199E434'],
      { chip: { maker: '003', makerName: 'Alien Technology', model: '412' } },
    ],
    [['--hex', 'DAD53000170328087903000084560000'], { kind: 'unknown', why: 'foreign', technology: 'uhf' }],
    [['--hex', annexB1.replace('98A4', '98A5')], { kind: 'unknown', why: 'checksum' }],
    [['--hex', '00'.repeat(64)], { kind: 'blank' }],
    [['--hex', '100031323334', '--technology', 'uhf', '--profile', 'raw-ascii'], { itemId: '1234' }],
    [['--hex', '3132330000000000', '--profile', 'raw-ascii', '--raw-from', 'memory'], { itemId: '123' }],
    [['--hex', annexD, '--profile', 'iso28560-3'], { kind: 'unknown' }],
  ])('%j', (args, expected) => {
    expect(answer(['decode', ...args])).toMatchObject(expected);
  });

  it.each([
    [['--hex', '110'], 'lẻ'],
    [['--hex', '11XX'], 'thập lục phân'],
    [['--hex', ''], 'trống'],
    [['--hex', '  '], 'trống'],
    [[], '--hex'],
    [['--hex', '11', '--afi', '123456'], '--afi'],
    [['--hex', '11', '--profile', 'nothing'], 'iso28560-3'],
    [['--hex', '11', '--technology', 'lf'], 'uhf'],
    [['--hex', '11', '--raw-length', 'x'], '--raw-length'],
    [['--hex', '11', 'word'], 'word'],
  ])('refuses %j', (args, word) => {
    const { status, out, err } = run(['decode', ...args]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(word);
    expect(err).not.toContain('    at ');
  });
});

describe('tag encode', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lt-tag-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('takes an object, a file or standard input', () => {
    const ask = { itemId: '1000000056', owner: 'DK-718500' };
    const path = join(folder, 'tag.json');
    writeFileSync(path, JSON.stringify(ask));
    const args = ['encode', '--profile', 'iso28560-3', '--json'];
    const expected = { technology: 'hf', hex: annexB1, dsfid: '3E', afi: '07', lockMap: '.........' };
    expect(answer([...args, JSON.stringify(ask)])).toMatchObject(expected);
    expect(answer([...args, path])).toMatchObject(expected);
    expect(JSON.parse(runProcess([...args, '-'], JSON.stringify(ask)).out)).toMatchObject(expected);
  });

  it('writes what decode printed, with the locks that are asked for', () => {
    const { out } = run(['decode', '--hex', annexD]);
    const asked = { ...JSON.parse(out), settings: { lockedElements: [1, 3] } };
    expect(answer(['encode', '--profile', 'iso28560-2', '--json', JSON.stringify(asked)])).toMatchObject({
      hex: annexD,
      dsfid: '06',
      lockMap: 'll....lll',
    });
  });

  it('a wrong use ends the process with 2 and the usage', () => {
    const { status, out, err } = runProcess(['decode', '--hex', '110']);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('Usage: tag decode');
  });

  it('both banks of a UHF tag; a card is not secured', () => {
    expect(
      answer(['encode', '--profile', 'iso28560-4', '--json', '{"cardNumber":"000123","secured":true}']),
    ).toMatchObject({
      technology: 'uhf',
      epcBank: expect.stringMatching(/^..C2/u),
      user: expect.stringMatching(/^06/u),
    });
  });

  it.each([
    ['iso28560-3', '{"itemId":', 'JSON'],
    ['iso28560-3', '[]', 'JSON'],
    ['iso28560-3', 'no-such-file.json', 'no-such-file.json'],
    ['iso28560-3', '{}', 'itemId'],
    ['iso28560-3', '{"itemId":"1","cardNumber":"2"}', 'itemId'],
    ['iso28560-3', '{"itemId":"1","kind":"patron-card"}', 'kind'],
    ['iso28560-3', '{"itemId":"12345678901234567"}', 'quá dài'],
    ['iso28560-3', '{"cardNumber":"1"}', 'nibbleOrder'],
    ['iso28560-3', '{"itemId":""}', 'để trống'],
    ['iso28560-2', '{"itemId":"123456","size":{"userBytes":4}}', 'quá dài'],
    ['alliance', '{"itemId":"ABC0123456789?","size":{"epcBytes":8}}', 'quá dài'],
    ['iso28560-4', '{"itemId":"1","parts":{"number":0,"total":1}}', 'parts'],
    ['raw-bcd', '{"itemId":"ABC"}', 'ký tự'],
    ['auto', '{"itemId":"1"}', 'iso28560-3'],
  ])('refuses %s %s', (profile, json, word) => {
    const { status, out, err } = run(['encode', '--profile', profile, '--json', json]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(word);
    expect(err).not.toContain('    at ');
  });
});
