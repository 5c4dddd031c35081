import { describe, expect, it } from 'vitest';
import type { CodePattern } from './code-pattern.ts';
import { commandPrefix, commandWords } from './commands.ts';
import { imeRisks, imeSafe } from './ime-safety.ts';
import file from './ime.vectors.json' with { type: 'json' };

describe('imeRisks', () => {
  // No Vietnamese syllables, so that the engine's spelling check held it back. Another engine may not have one.
  const falseAlarms = new Set(['KHOAS12', 'OWS123', 'EE12']);

  it.each(file.cases)('$scanned: as the engine did', ({ scanned, telex, vni }) => {
    const isVni = vni || falseAlarms.has(scanned);
    expect(imeRisks(scanned)).toEqual([...(telex ? ['telex'] : []), ...(isVni ? ['vni'] : [])]);
  });

  it.each(['TS-A100', 'LA2021', 'TE512', 'D900123'])('%s is not safe from VNI', (text) => {
    expect(imeRisks(text)).toEqual(['vni']);
  });
});

describe('imeSafe', () => {
  const six = { id: 'x', digits: { min: 6, max: 6 }, check: 'none', example: '' } as const;

  it.each([
    ['TE', '', ['vni']],
    ['TE', '.', []],
    ['TE0', '', []],
    ['VV', '', []],
    ['DC', '', ['vni']],
    ['DD', '.', ['telex']],
    ['SACHS', '', ['telex', 'vni']],
    ['', '', []],
  ] as const)('%s%s and six digits: %j', (prefix, separator, risks) => {
    const pattern: CodePattern = { ...six, prefix, separator };
    expect(imeSafe(pattern)).toEqual({ safe: risks.length === 0, risks });
  });
});

describe('commands', () => {
  it.each(Object.keys(commandWords))('%s can be typed by any scanner', (word) => {
    const code = commandPrefix + word;
    expect(imeRisks(code)).toEqual([]);
    // Code 39 prints these.
    expect(code).toMatch(/^[0-9A-Z\-. $/+%]+$/);
  });

  it('has one barcode for one command', () => {
    const commands = Object.values(commandWords);
    expect(new Set(commands).size).toBe(commands.length);
  });
});
