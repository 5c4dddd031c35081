import 'i18next';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { vi } from './vi.ts';

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: {
      ui: Words<typeof vi>;
      outcomes: Readonly<Record<OutcomeCode, string>>;
    };
  }
}
