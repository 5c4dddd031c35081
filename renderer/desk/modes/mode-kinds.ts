import type { DeskMode } from '../../../contract/workstation/desk.ts';
import type { Permission } from '../../../domain/permissions.ts';

/** What can be switched on at a desk, in the order of its keys. Each is also the name of its key. */
export const modeKinds = ['readingRoom', 'backdate', 'bookDrop', 'setDue', 'countUse', 'keepHere'] as const;
export type ModeKind = (typeof modeKinds)[number];

/** Switched on by one press; the others ask for a moment first. */
export type PlainMode = Extract<ModeKind, 'readingRoom' | 'countUse' | 'keepHere'>;
export type TimedMode = Exclude<ModeKind, PlainMode>;

export function isTimed(kind: ModeKind): kind is TimedMode {
  return kind === 'backdate' || kind === 'bookDrop' || kind === 'setDue';
}

/** Everything off: `ordinaryMode` of the contract, whose file carries schemas the page does not need. */
export const everythingOff: DeskMode = {
  use: 'home',
  returnedAt: null,
  bookDrop: false,
  due: null,
  countUse: false,
  keepHere: false,
};

/** The permission that a mode needs; null where being at the desk is enough. */
export const modePermission: Readonly<Record<ModeKind, Permission | null>> = {
  readingRoom: null,
  backdate: 'backdate',
  bookDrop: null,
  setDue: 'set-due-date',
  countUse: null,
  keepHere: null,
};

export function isOn(mode: DeskMode, kind: ModeKind): boolean {
  switch (kind) {
    case 'readingRoom':
      return mode.use === 'reading-room';
    case 'backdate':
      return mode.returnedAt !== null && !mode.bookDrop;
    case 'bookDrop':
      return mode.returnedAt !== null && mode.bookDrop;
    case 'setDue':
      return mode.due !== null;
    case 'countUse':
      return mode.countUse;
    case 'keepHere':
      return mode.keepHere;
  }
}

/** The kinds that are on, in the order of their keys. */
export function modesOn(mode: DeskMode): readonly ModeKind[] {
  return modeKinds.filter((kind) => isOn(mode, kind));
}

/** The mode with one kind switched off; the others stay. */
export function withOff(mode: DeskMode, kind: ModeKind): DeskMode {
  switch (kind) {
    case 'readingRoom':
      return { ...mode, use: 'home' };
    case 'backdate':
    case 'bookDrop':
      return { ...mode, returnedAt: null, bookDrop: false };
    case 'setDue':
      return { ...mode, due: null };
    case 'countUse':
      return { ...mode, countUse: false };
    case 'keepHere':
      return { ...mode, keepHere: false };
  }
}

export function withPlainOn(mode: DeskMode, kind: PlainMode): DeskMode {
  switch (kind) {
    case 'readingRoom':
      return { ...mode, use: 'reading-room' };
    case 'countUse':
      return { ...mode, countUse: true };
    case 'keepHere':
      return { ...mode, keepHere: true };
  }
}

/** `at`: a past instant for returns, a due date or instant for loans. Returns have one time: the two kinds exclude each other. */
export function withTimedOn(mode: DeskMode, kind: TimedMode, at: string): DeskMode {
  if (kind === 'setDue') return { ...mode, due: at };
  return { ...mode, returnedAt: at, bookDrop: kind === 'bookDrop' };
}

/** The moment a timed kind is on with, or null. */
export function momentOf(mode: DeskMode, kind: ModeKind): string | null {
  if (kind === 'setDue') return mode.due;
  return kind === 'backdate' || kind === 'bookDrop' ? mode.returnedAt : null;
}
