import type { English } from './english.ts';
import type { vi } from './vi.ts';
import { besideWords } from './en/beside.ts';
import { deskWords } from './en/desk.ts';
import { programWords } from './en/program.ts';

/** English, complete: the type asks for every key of the Vietnamese and for both plural forms. */
export const en: English<typeof vi> = { ...programWords, ...deskWords, ...besideWords };
