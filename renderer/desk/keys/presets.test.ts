import { describe, expect, it } from 'vitest';
import { actOf, deskActs, keyHint } from './presets.ts';

const key = (code: string, more: Partial<Parameters<typeof actOf>[1]> = {}) => ({
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
});
const presets = ['evergreen', 'koha'] as const;

describe('key presets', () => {
  it('follow Evergreen’s F keys', () => {
    expect(actOf('evergreen', key('F1'))).toBe('lend');
    expect(actOf('evergreen', key('F2'))).toBe('return');
    expect(actOf('evergreen', key('F2', { ctrlKey: true }))).toBe('renewAll');
    expect(actOf('evergreen', key('F12'))).toBe('finish');
    expect(actOf('evergreen', key('F12', { shiftKey: true }))).toBe('finishQuiet');
  });

  it('follow Koha’s Alt letters', () => {
    expect(actOf('koha', key('KeyU', { altKey: true }))).toBe('lend');
    expect(actOf('koha', key('KeyR', { altKey: true }))).toBe('return');
    expect(actOf('koha', key('KeyW', { altKey: true }))).toBe('renewAll');
    expect(actOf('koha', key('F1'))).toBeNull();
  });

  it.each(presets)(
    '%s binds nothing a scanner can type: letters, figures, Enter, Tab, with or without Shift',
    (preset) => {
      const letters = Array.from({ length: 26 }, (_, index) => `Key${String.fromCharCode(65 + index)}`);
      const figures = Array.from({ length: 10 }, (_, index) => `Digit${index}`);
      for (const code of [...letters, ...figures, 'Enter', 'NumpadEnter', 'Tab', 'Space']) {
        expect(actOf(preset, key(code))).toBeNull();
        expect(actOf(preset, key(code, { shiftKey: true }))).toBeNull();
      }
    },
  );

  it.each(presets)('%s shows a different key on every button', (preset) => {
    const hints = deskActs.map((act) => keyHint(act, preset));
    expect(new Set(hints).size).toBe(deskActs.length);
  });

  it('writes keys as they stand on the keyboard', () => {
    expect(keyHint('finishQuiet', 'evergreen')).toBe('Shift+F12');
    expect(keyHint('lend', 'koha')).toBe('Alt+U');
  });
});
