import type { TagUsage, UsageName } from './tag.ts';

/** Main values of type of usage, ISO 28560-1. */
const mainNames: readonly UsageName[] = [
  'acquisition',
  'circulation',
  'not-for-circulation',
  'local',
  'local',
  'reserved',
  'unspecified',
  'discarded',
  'patron-card',
  'equipment',
];

/** @param main 0–15 · @param sub 0–15, 0 where the model has none */
export function usageOf(main: number, sub: number): TagUsage {
  return {
    code: main.toString(16).toUpperCase() + sub.toString(16).toUpperCase(),
    name: mainNames[main] ?? 'reserved',
  };
}

/** Two hex digits to main and sub value; null for anything else. */
export function usageNibbles(code: string): { readonly main: number; readonly sub: number } | null {
  if (!/^[0-9a-f]{2}$/iu.test(code)) return null;
  const value = Number.parseInt(code, 16);
  return { main: value >> 4, sub: value & 0x0f };
}

/** What is written when nothing is said. */
export const circulationCode = '10';
export const patronCardCode = '80';
