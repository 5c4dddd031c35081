import { describe, expect, it } from 'vitest';
import { honeywell } from './honeywell.ts';
import { hidPosLayout, knownScanner, knownScanners, mustLeaveKeyboardMode } from './known.ts';

describe('known scanners', () => {
  it('have one row for one pair of numbers, each with its source', () => {
    const pairs = knownScanners.map(({ vid, pid }) => `${vid}:${pid}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(knownScanners.filter(({ source, model }) => source === '' || model === '')).toEqual([]);
  });

  it.each([
    [0x05f9, 0x4204, 'Gryphon', 'serial'],
    [0x05e0, 0x1200, 'Zebra, Symbol', 'keyboard'],
    [0x1eab, 0x1d10, 'FM430', 'hid-pos'],
    [0x1eab, 0x8306, 'HR2160', 'serial'],
    [0x0c2e, 0x0b8f, 'Voyager 1400g', 'hid-pos'],
    [0x0c2e, 0xffff, 'Honeywell', 'any'],
  ])('%i:%i is %s in mode %s', (vid, pid, model, mode) => {
    expect(knownScanner(vid, pid)).toMatchObject({ vid, model, mode });
  });

  it('do not claim what is not theirs', () => {
    expect(knownScanner(0x1a86, 0x7523)).toBeNull();
    expect(knownScanner(0x067e, 0x1001)).toBeNull();
  });

  it('say how their reports are laid out, and who has to leave keyboard mode', () => {
    expect([0x1eab, 0x0c2e, 0x05f9].map(hidPosLayout)).toEqual(['newland', 'aim', 'aim']);
    expect([0x0c2e, 0x23d0, 0x1eab, 0x05e0].map(mustLeaveKeyboardMode)).toEqual([true, true, false, false]);
  });
});

describe('commands of a Honeywell scanner', () => {
  const hex = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('hex');

  // reference/devices.md §5; release: the same source's `main.py`.
  it('are the published bytes', () => {
    expect(hex(honeywell.leaveKeyboardMode())).toBe('fe01');
    expect(hex(honeywell.beep())).toBe('fd0316070d');
    expect(hex(honeywell.trigger())).toBe('fd0316540d');
    expect(hex(honeywell.release())).toBe('fd0316550d');
    expect(hex(honeywell.menu('REVINF.'))).toBe('fd0f164d0d524556494e462e');
  });

  it('fit one report', () => {
    expect(honeywell.menu('A'.repeat(59))?.length).toBe(64);
    for (const text of ['', 'A'.repeat(60), 'ĐỘ.', 'A\r'])
      expect([text, honeywell.menu(text)]).toEqual([text, null]);
  });
});
