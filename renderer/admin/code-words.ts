import { parametersEn } from '../../contract/locales/parameters.en.ts';
import { parametersVi } from '../../contract/locales/parameters.vi.ts';
import type { Check } from '../../domain/policy/checks.ts';
import { localeOf } from '../format/reasons.ts';
import type { Translate } from '../i18n/start.ts';

const vocabularies = { vi: parametersVi, en: parametersEn } as const;

/** What a check is called. */
export function checkName(t: Translate, check: Check): string {
  return vocabularies[localeOf(t)].check[check];
}

/** A fault in words. It may be followed by `: ` and the name it is about. */
export function faultName(t: Translate, fault: string): string {
  const [code = '', ...about] = fault.split(': ');
  const words: Readonly<Record<string, string>> = vocabularies[localeOf(t)].fault;
  return [words[code] ?? code, ...about].join(': ');
}
