import type { KeyPreset } from '../../ui/settings.ts';

/** What staff can do without the mouse. Never a bare letter: scanners type letters. */
export const deskActs = ['lend', 'return', 'renewAll', 'search', 'reprint', 'finish', 'finishQuiet'] as const;
export type DeskAct = (typeof deskActs)[number];

interface Chord {
  /** A key name as `KeyboardEvent.code` has it, so that a Vietnamese layout or input method does not matter. */
  readonly code: string;
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
}

type Keymap = Readonly<Record<DeskAct, readonly [Chord, ...Chord[]]>>;

/** The first chord is the one shown on the button. Sources: `reference/ils.md` §5. */
const keymaps: Readonly<Record<KeyPreset, Keymap>> = {
  evergreen: {
    lend: [{ code: 'F1' }],
    return: [{ code: 'F2' }],
    renewAll: [{ code: 'F2', ctrl: true }],
    search: [{ code: 'F3' }, { code: 'F4' }],
    reprint: [{ code: 'F9' }],
    finish: [{ code: 'F12' }],
    finishQuiet: [{ code: 'F12', shift: true }],
  },
  koha: {
    lend: [{ code: 'KeyU', alt: true }],
    return: [{ code: 'KeyR', alt: true }],
    renewAll: [{ code: 'KeyW', alt: true }],
    search: [{ code: 'KeyQ', alt: true }, { code: 'F3' }],
    reprint: [{ code: 'KeyP', alt: true }],
    finish: [{ code: 'F12' }],
    finishQuiet: [{ code: 'F12', shift: true }],
  },
};

/** What a key press asks for, or null. */
export function actOf(
  preset: KeyPreset,
  key: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>,
): DeskAct | null {
  if (key.metaKey) return null;
  const matches = ({ code, ctrl = false, alt = false, shift = false }: Chord): boolean =>
    code === key.code && ctrl === key.ctrlKey && alt === key.altKey && shift === key.shiftKey;
  return deskActs.find((act) => keymaps[preset][act].some(matches)) ?? null;
}

/** The key to show on the button of an act: `F12`, `Shift+F12`, `Alt+U`. */
export function keyHint(act: DeskAct, preset: KeyPreset): string {
  const [{ code, ctrl, alt, shift }] = keymaps[preset][act];
  const parts = [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', code.replace(/^Key/, '')];
  return parts.filter(Boolean).join('+');
}
