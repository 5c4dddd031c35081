import type { Language } from '../i18n/start.ts';
import type { Store } from './store.ts';
import { createStore } from './store.ts';

/** Which keys act, after the program staff come from. */
export type KeyPreset = 'evergreen' | 'koha';

/** What this computer's user has chosen. Kept by the browser; never leaves the station. */
export interface Settings {
  readonly language: Language;
  /** Index into `textScales`. */
  readonly textSize: number;
  readonly muted: boolean;
  /** 0…1. */
  readonly volume: number;
  readonly keys: KeyPreset;
  /** Longest gap in ms between two keys of a keyboard scanner. */
  readonly wedgeGap: number;
  /** What a keyboard scanner types in front of every code; empty: nothing. */
  readonly wedgePrefix: string;
  /** The camera that codes were read with last, as the browser names it; empty: any. */
  readonly camera: string;
  /** Data of the province older than this many minutes is told of wherever an answer depends on it. */
  readonly staleMinutes: number;
  readonly trainingOpen: boolean;
  /** Width in px of the virtual devices panel. */
  readonly trainingWidth: number;
}

/** Text sizes in percent of 15 px. */
export const textScales = [87.5, 100, 112.5, 125, 150] as const;
/** A prefix of printable ASCII: anything else is no key of a scanner's. */
export const wedgePrefixPattern = /^[\x21-\x7e]{0,4}$/u;
export const wedgeGapLimits = { min: 20, max: 120 } as const;
export const staleLimits = { min: 5, max: 240 } as const;
export const trainingWidthLimits = { min: 300, max: 560 } as const;

const fresh: Settings = {
  language: 'vi',
  textSize: 1,
  muted: false,
  volume: 0.5,
  keys: 'evergreen',
  wedgeGap: 50,
  wedgePrefix: '',
  camera: '',
  staleMinutes: 15,
  trainingOpen: true,
  trainingWidth: 320,
};

const storageKey = 'luu-thong.settings';

/** The settings, remembered in `storage`. A broken or foreign entry counts as not set. */
export function openSettings(storage: Pick<Storage, 'getItem' | 'setItem'>): Store<Settings> {
  const store = createStore(readSettings(storage.getItem(storageKey)));
  return {
    ...store,
    set: (next) => {
      storage.setItem(storageKey, JSON.stringify(next));
      store.set(next);
    },
  };
}

/** Settings from their stored text; every value that is not what it should be falls back to the default. */
export function readSettings(text: string | null): Settings {
  const stored = parseObject(text);
  const number = (name: keyof Settings, min: number, max: number): number => {
    const value = stored[name];
    return typeof value === 'number' && value >= min && value <= max ? value : Number(fresh[name]);
  };
  const flag = (name: 'muted' | 'trainingOpen'): boolean => {
    const value = stored[name];
    return typeof value === 'boolean' ? value : fresh[name];
  };
  const word = (name: 'wedgePrefix' | 'camera', pattern: RegExp): string => {
    const value = stored[name];
    return typeof value === 'string' && pattern.test(value) ? value : fresh[name];
  };
  return {
    language: stored['language'] === 'en' ? 'en' : fresh.language,
    textSize: Math.round(number('textSize', 0, textScales.length - 1)),
    muted: flag('muted'),
    volume: number('volume', 0, 1),
    keys: stored['keys'] === 'koha' ? 'koha' : fresh.keys,
    wedgeGap: number('wedgeGap', wedgeGapLimits.min, wedgeGapLimits.max),
    wedgePrefix: word('wedgePrefix', wedgePrefixPattern),
    camera: word('camera', /^[\w+/=-]{0,256}$/u),
    staleMinutes: Math.round(number('staleMinutes', staleLimits.min, staleLimits.max)),
    trainingOpen: flag('trainingOpen'),
    trainingWidth: number('trainingWidth', trainingWidthLimits.min, trainingWidthLimits.max),
  };
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
