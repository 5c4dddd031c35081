import { describe, expect, it } from 'vitest';
import { namespaces, startLanguages } from '../../i18n/start.ts';
import { bytesText } from './bytes-text.ts';
import { lineWords } from './line-words.ts';

const t = startLanguages('vi').getFixedT('vi', namespaces);

describe('a line in words', () => {
  it.each([
    [{ kind: 'serial', path: 'COM3', baudRate: 9_600 }, 'cổng nối tiếp COM3, 9600 baud'],
    [{ kind: 'tcp', host: '10.0.0.9', port: 9_100 }, 'mạng 10.0.0.9, cổng 9100'],
    [{ kind: 'listen', host: '0.0.0.0', port: 10_001 }, 'thiết bị gọi đến cổng 10001 của máy này'],
    [{ kind: 'hid', vendorId: 0xc_2e, productId: 0x7_20 }, 'USB HID 0C2E:0720'],
    [{ kind: 'pcsc', reader: '' }, 'đầu đọc thẻ đầu tiên tìm thấy'],
  ] as const)('%j', (transport, words) => {
    expect(lineWords(t, transport)).toBe(words);
  });
});

describe('bytes for whoever repairs a device', () => {
  it('are one line a piece', () => {
    const piece = { seq: 1, at: '2026-11-25T08:00:00.000Z', length: 2, hex: '0D0A', text: '··' } as const;
    expect(
      bytesText(t, [
        { ...piece, direction: 'in' },
        { ...piece, direction: 'out' },
      ]),
    ).toBe('2026-11-25T08:00:00.000Z\tnhận\t2\t0D0A\t··\n2026-11-25T08:00:00.000Z\tgửi\t2\t0D0A\t··');
  });
});
