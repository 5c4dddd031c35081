import i18next from 'i18next';
import type { i18n, TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { outcomesEn } from '../../contract/locales/outcomes.en.ts';
import { outcomesVi } from '../../contract/locales/outcomes.vi.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

/** Languages of the screen. Vietnamese first. */
export type Language = 'vi' | 'en';

/** Looks words up: `t('rows.why')` for the screen's own, `t('outcomes:LT-1201', params)` for outcomes. */
export type Translate = TFunction<readonly ['ui', 'outcomes']>;

/** The namespaces every `useTranslation` asks for. */
export const namespaces = ['ui', 'outcomes'] as const;

/** Makes the dictionaries ready, synchronously: everything is in the bundle. */
export function startLanguages(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    ns: [...namespaces],
    defaultNS: 'ui',
    initAsync: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    resources: {
      vi: { ui: vi, outcomes: outcomesVi },
      en: { ui: en, outcomes: outcomesEn },
    },
  });
  return instance;
}
