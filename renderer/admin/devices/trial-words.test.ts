import { describe, expect, it } from 'vitest';
import { namespaces, startLanguages } from '../../i18n/start.ts';
import { trialWords } from './trial-words.ts';

const t = startLanguages('vi').getFixedT('vi', namespaces);
const today = '2026-11-25';

function scanned(text: string, symbology: string | null = null) {
  return trialWords(
    t,
    { type: 'scan', device: 'scanner', seq: 1, frame: { ok: true, text, symbology } },
    today,
  );
}

describe('what a device on trial did', () => {
  it.each([
    ['BN-900123', 'thẻ bạn đọc'],
    ['VV.004512', 'ĐKCB'],
    ['9780306406157', 'số ISBN'],
    ['???', 'không theo mẫu nào'],
  ])('%s is taken for %s', (text, as) => {
    expect(scanned(text)).toMatchObject({ told: text, as });
  });

  it('shows the symbology where the scanner sends it', () => {
    expect(scanned('VV.004512', 'C0').as).toBe('ĐKCB · ]C0');
  });

  it('never shows the card of a person', () => {
    const card = '001099012345||Nguyễn Văn Thử|01011999|Nam|Số 1 Phố Thử, Hà Nội|01012021';
    const { told, as } = scanned(card);
    expect(as).toBe('thẻ căn cước');
    expect(told).toBe('•••');
  });

  it('says what a tag is, whose, and whether a gate would alarm', () => {
    const tag = {
      address: 'E004015305E4D8A1',
      technology: 'hf',
      kind: 'item',
      code: 'VV.004512',
      owner: 'VN-TEST',
      part: { number: 1, total: 2 },
      security: 'on',
    } as const;
    expect(trialWords(t, { type: 'tag', device: 'pad', tag }, today)).toStrictEqual({
      what: 'Thẻ RFID',
      told: 'VV.004512',
      as: 'tài liệu · phần 1/2 · của VN-TEST · cổng sẽ báo · E004015305E4D8A1',
    });
  });

  it('says for which tags a gate alarms, and which way', () => {
    const alarm = {
      kind: 'alarm',
      at: '2026-11-25T08:00:00+07:00',
      items: [{ address: 'E0040153', code: null }],
      direction: 'out',
    } as const;
    expect(trialWords(t, { type: 'gate', device: 'gate', event: alarm }, today)).toMatchObject({
      told: 'Báo động: E0040153',
      as: 'chiều ra',
    });
  });
});
