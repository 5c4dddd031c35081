import i18next from 'i18next';
import type { i18n, TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { vi } from './vi.ts';

/** Languages of the screen. Vietnamese first. */
export type Language = 'vi' | 'en';

/** Looks the screen's own words up: `t('rows.why')`. Sentences of outcomes come from `contract/locales/`. */
export type Translate = TFunction<readonly ['ui']>;

/** The namespaces every `useTranslation` asks for. */
export const namespaces = ['ui'] as const;

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
      vi: { ui: vi },
      en: { ui: en },
    },
  });
  return instance;
}
