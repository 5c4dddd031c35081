import { describe, expect, it, onTestFinished } from 'vitest';
import type { CodePattern } from '../../../domain/identifiers/code-pattern.ts';
import type { OwnPatterns } from '../../../domain/identifiers/default-patterns.ts';
import { selfTestCode } from '../../../domain/identifiers/self-test.ts';
import { ordinaryMode } from '../../../contract/workstation/desk.ts';
import { readConfig, freshConfig, writeConfig } from '../../config.ts';
import { openStore } from '../../store/store.ts';
import { testContext, testKey } from '../../testing/desk-context.ts';
import { testFolder } from '../../testing/folders.ts';
import { fillMirror, here, itemRow, smallLibrary } from '../../testing/small-library.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actOnScan } from './act.ts';

/** Sources of the numbers: NC Cardinal's Codabar label; `reference/devices.md` §5. */
const codabar: CodePattern = {
  id: 'codabar',
  prefix: '',
  separator: '',
  digits: { min: 13, max: 13 },
  check: 'luhn',
  example: '58198000943996',
};
const checked: CodePattern = {
  id: 'kho',
  prefix: 'KM',
  separator: '.',
  digits: { min: 6, max: 6 },
  check: 'mod43',
  example: 'KM.0045125',
};
const codes: OwnPatterns = { patronPatterns: [], itemPatterns: [codabar, checked] };

function desk(own: OwnPatterns = codes) {
  const { store } = openStore(testFolder(), 'ST-1');
  onTestFinished(() => store.close());
  fillMirror(store, [
    ...smallLibrary,
    itemRow('58198000943996', here, 'sach', { id: 'by-codabar' }),
    itemRow('VV.000777', here, 'sach', { id: 'by-label' }),
  ]);
  const context = { ...testContext(store), codes: own };
  return (text: string) => actOnScan(context, testKey, { text, patron: null, mode: ordinaryMode });
}

const codesOf = (answer: ReturnType<ReturnType<typeof desk>>): readonly string[] =>
  answer.row.findings.map(({ reason }) => reason.code);

describe('a library’s own numbers', () => {
  it.each([
    ['as printed', '58198000943996', 'by-codabar'],
    ['with the start and stop letters of Codabar', 'A58198000943996B', 'by-codabar'],
    ['with an AIM identifier that the scanner typed', ']F058198000943996', 'by-codabar'],
    ['with an AIM identifier, in small letters', ']C0vv.000777', 'by-label'],
  ])('are found %s', (_, text, item) => {
    expect(desk()(text).row.item?.id).toBe(item);
  });

  it.each(['58198000943995', '58198000943969', 'A58198000943995B', 'KM.004512A', 'KM.004512B'])(
    '%s: a label that fails its check was misread, and is not offered for adding',
    (text) => {
      const answer = desk()(text);
      expect(codesOf(answer)).toEqual(['LT-1117']);
      expect(answer.row).toMatchObject({ state: 'refused', question: null, item: null });
      expect(answer.entries).toEqual([]);
    },
  );

  it('without a check character only look wrong once they are unknown: they ask', () => {
    expect(codesOf(desk({ patronPatterns: [], itemPatterns: [] })('KM.004512A'))).toEqual(['LT-1101']);
    expect(codesOf(desk()('KM.0045125'))).toEqual(['LT-1101']);
  });

  it('that have the shape of a pattern and fail its check are still found when the catalogue has them', () => {
    const loose: CodePattern = { ...checked, prefix: 'VV', digits: { min: 5, max: 5 } };
    expect(desk({ patronPatterns: [], itemPatterns: [loose] })('VV.000777').row.item?.id).toBe('by-label');
  });
});

describe('the self-test barcode', () => {
  it('says that the scanner is right, and records nothing', () => {
    const answer = desk()(selfTestCode);
    expect(codesOf(answer)).toEqual(['LT-1115']);
    expect(answer).toMatchObject({ entries: [], row: { state: 'noted' } });
  });

  it('that came changed says how', () => {
    const [finding] = desk()('DD001-TE0512.Zy/|').row.findings;
    expect(finding?.reason).toEqual({ code: 'LT-1116', params: { fault: 'ime' } });
  });
});

describe('the station’s configuration', () => {
  it('carries them, and refuses a pattern that cannot be used', () => {
    const folder = testFolder();
    const config = { ...freshConfig('ST-1'), codes: { patronPatterns: [], itemPatterns: [checked] } };
    writeConfig(folder, config);
    expect(readConfig(folder)).toMatchObject({ ok: true, config: { codes: { itemPatterns: [checked] } } });
    const wrong = { ...config, codes: { patronPatterns: [{ ...checked, example: 'KM.004512A' }] } };
    writeFileSync(join(folder, 'station.json'), JSON.stringify(wrong));
    expect(readConfig(folder)).toMatchObject({
      ok: false,
      reason: { code: 'LT-3106', params: { field: 'codes.patronPatterns.0' } },
    });
  });
});
