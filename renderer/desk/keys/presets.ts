import type { KeyPreset } from '../../ui/settings.ts';

/** What staff can do without the mouse. Never a bare letter: scanners type letters. */
export const deskActs = [
  'lend',
  'return',
  'renewAll',
  'search',
  'reprint',
  'slips',
  'finish',
  'finishQuiet',
  'yes',
  'no',
  'done',
  'undo',
  'register',
  'reader',
  'message',
  'pay',
  'deposit',
  'item',
  'batch',
  'shelf',
  'exceptions',
  'till',
  'camera',
  'tabs',
  'modes',
  'readingRoom',
  'backdate',
  'bookDrop',
  'setDue',
  'countUse',
  'keepHere',
  'modesOff',
] as const;
export type DeskAct = (typeof deskActs)[number];

interface Chord {
  /** A key name as `KeyboardEvent.code` has it, so that a Vietnamese layout or input method does not matter. */
  readonly code: string;
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
}

type Keymap = Readonly<Record<DeskAct, readonly [Chord, ...Chord[]]>>;

/**
 * The same in both presets: no program staff may come from has keys for these. Alt with a figure of the upper row is
 * safe from scanners that send characters as Alt codes: those use the figures of the keypad. No key here means anything
 * in a text field: forms lie beside the desk, and correcting a word must not take back a loan.
 */
const common = {
  undo: [{ code: 'F10', ctrl: true }],
  readingRoom: [{ code: 'Digit1', alt: true }],
  backdate: [{ code: 'Digit2', alt: true }],
  bookDrop: [{ code: 'Digit3', alt: true }],
  setDue: [{ code: 'Digit4', alt: true }],
  countUse: [{ code: 'Digit5', alt: true }],
  keepHere: [{ code: 'Digit6', alt: true }],
  modesOff: [{ code: 'Digit0', alt: true }],
  finish: [{ code: 'F12' }],
  finishQuiet: [{ code: 'F12', shift: true }],
} as const satisfies Partial<Keymap>;

/**
 * The first chord is the one shown on the button. Sources: `reference/ils.md` §5. Yes and no have no neighbour that
 * is pressed often, and Enter is neither: a scanner sends it. Alt+D, Alt+E and Alt+F are left to the browser's menus,
 * Alt+Z to the Vietnamese keyboards.
 */
const keymaps: Readonly<Record<KeyPreset, Keymap>> = {
  evergreen: {
    ...common,
    lend: [{ code: 'F1' }],
    register: [{ code: 'F1', shift: true }],
    reader: [{ code: 'F1', ctrl: true }],
    return: [{ code: 'F2' }],
    shelf: [{ code: 'F2', shift: true }],
    renewAll: [{ code: 'F2', ctrl: true }],
    search: [{ code: 'F3' }, { code: 'F4' }],
    batch: [{ code: 'F3', shift: true }],
    exceptions: [{ code: 'F4', shift: true }],
    item: [{ code: 'F5' }],
    tabs: [{ code: 'F5', shift: true }],
    modes: [{ code: 'F6' }],
    camera: [{ code: 'F6', shift: true }],
    yes: [{ code: 'F7' }],
    no: [{ code: 'F7', shift: true }],
    pay: [{ code: 'F8' }],
    deposit: [{ code: 'F8', shift: true }],
    till: [{ code: 'F8', ctrl: true }],
    reprint: [{ code: 'F9' }],
    slips: [{ code: 'F9', shift: true }],
    message: [{ code: 'F9', ctrl: true }],
    done: [{ code: 'F10' }],
  },
  koha: {
    ...common,
    lend: [{ code: 'KeyU', alt: true }],
    return: [{ code: 'KeyR', alt: true }],
    renewAll: [{ code: 'KeyW', alt: true }],
    search: [{ code: 'KeyQ', alt: true }, { code: 'F3' }],
    reprint: [{ code: 'KeyP', alt: true }],
    slips: [{ code: 'KeyV', alt: true }],
    yes: [{ code: 'KeyY', alt: true }],
    no: [{ code: 'KeyN', alt: true }],
    done: [{ code: 'KeyO', alt: true }],
    register: [{ code: 'KeyA', alt: true }],
    reader: [{ code: 'KeyS', alt: true }],
    message: [{ code: 'KeyM', alt: true }],
    pay: [{ code: 'KeyT', alt: true }],
    deposit: [{ code: 'KeyC', alt: true }],
    till: [{ code: 'KeyK', alt: true }],
    item: [{ code: 'KeyI', alt: true }],
    batch: [{ code: 'KeyL', alt: true }],
    shelf: [{ code: 'KeyH', alt: true }],
    exceptions: [{ code: 'KeyJ', alt: true }],
    tabs: [{ code: 'KeyX', alt: true }],
    modes: [{ code: 'KeyB', alt: true }],
    camera: [{ code: 'KeyG', alt: true }],
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

/** The key to show on the button of an act: `F12`, `Shift+F12`, `Alt+U`, `Alt+1`. */
export function keyHint(act: DeskAct, preset: KeyPreset): string {
  const [{ code, ctrl, alt, shift }] = keymaps[preset][act];
  const name = code.replace(/^(?:Key|Digit)/, '');
  return [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}

/** The same for `aria-keyshortcuts`, which has names of its own. */
export function ariaKeys(act: DeskAct, preset: KeyPreset): string {
  return keyHint(act, preset).replace('Ctrl', 'Control');
}
