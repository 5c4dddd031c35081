import { describe, expect, it } from 'vitest';
import { actOf, ariaKeys, deskActs, keyHint } from './presets.ts';

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
        // Control characters of a code (GS, CR) come as Ctrl with a letter, others as Alt with the keypad.
        expect(actOf(preset, key(code, { ctrlKey: true }))).toBeNull();
        expect(
          actOf(preset, key(code.replace('Digit', 'Numpad'), { altKey: code.startsWith('Digit') })),
        ).toBeNull();
      }
    },
  );

  it.each(presets)('%s answers by a key, and Enter is never yes', (preset) => {
    for (const act of ['yes', 'no', 'done'] as const) expect(keyHint(act, preset)).not.toContain('Enter');
    for (const modifiers of [{}, { ctrlKey: true }, { altKey: true }, { shiftKey: true }])
      expect(actOf(preset, key('Enter', modifiers))).toBeNull();
  });

  it.each(presets)('%s means nothing where a word is corrected', (preset) => {
    for (const code of ['Backspace', 'Delete', 'ArrowLeft', 'Home', 'KeyZ', 'KeyA', 'KeyV'])
      for (const modifiers of [{}, { ctrlKey: true }, { shiftKey: true }, { ctrlKey: true, shiftKey: true }])
        expect(actOf(preset, key(code, modifiers))).toBeNull();
    for (const code of ['Backspace', 'ArrowLeft', 'ArrowRight'])
      expect(actOf(preset, key(code, { altKey: true }))).toBeNull();
  });

  it.each(presets)('%s leaves the menus of the browser and the Vietnamese keyboards alone', (preset) => {
    for (const code of ['KeyD', 'KeyE', 'KeyF', 'KeyZ', 'Tab', 'F4', 'Space'])
      expect(actOf(preset, key(code, { altKey: true }))).toBeNull();
    expect(actOf(preset, key('F11'))).toBeNull();
  });

  it.each(presets)('%s shows a different key on every button', (preset) => {
    const hints = deskActs.map((act) => keyHint(act, preset));
    expect(new Set(hints).size).toBe(deskActs.length);
  });

  it('writes keys as they stand on the keyboard', () => {
    expect(keyHint('finishQuiet', 'evergreen')).toBe('Shift+F12');
    expect(keyHint('lend', 'koha')).toBe('Alt+U');
    expect(keyHint('readingRoom', 'koha')).toBe('Alt+1');
    expect(keyHint('undo', 'evergreen')).toBe('Ctrl+F10');
    expect(ariaKeys('renewAll', 'evergreen')).toBe('Control+F2');
  });
});
