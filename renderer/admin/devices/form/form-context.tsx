import type { ReactNode } from 'react';
import { createContext, use, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '../../../i18n/start.ts';
import { namespaces } from '../../../i18n/start.ts';
import type { Draft } from './draft.ts';
import { valueAt } from './draft.ts';
import type { FieldFault } from './faults.ts';

export interface DeviceForm {
  readonly draft: Draft;
  at(path: string): Draft | undefined;
  /** Undefined takes the value away. */
  set(path: string, value: Draft | undefined): void;
  /** Several at once, in order. */
  setAll(values: Readonly<Record<string, Draft | undefined>>): void;
  /** What to say under a field, or null. */
  problem(path: string): string | null;
}

const FormContext = createContext<DeviceForm | null>(null);

interface FormProviderProps {
  readonly draft: Draft;
  readonly faults: ReadonlyMap<string, FieldFault>;
  /** Fields whose faults are told: those that were touched, or all after an attempt to save. */
  readonly isTold: (path: string) => boolean;
  readonly onSet: (values: Readonly<Record<string, Draft | undefined>>) => void;
  readonly children: ReactNode;
}

export function FormProvider({ draft, faults, isTold, onSet, children }: FormProviderProps) {
  const { t } = useTranslation(namespaces);
  const form = useMemo(
    (): DeviceForm => ({
      draft,
      at: (path) => valueAt(draft, path),
      set: (path, value) => onSet({ [path]: value }),
      setAll: onSet,
      problem: (path) => {
        const fault = isTold(path) ? faults.get(path) : undefined;
        return fault ? faultSentence(t, fault) : null;
      },
    }),
    [t, draft, faults, isTold, onSet],
  );
  return <FormContext value={form}>{children}</FormContext>;
}

export function useDeviceForm(): DeviceForm {
  const form = use(FormContext);
  if (form === null) throw new Error('A field of a device stands outside its form.');
  return form;
}

function faultSentence(t: Translate, fault: FieldFault): string {
  return 'limit' in fault
    ? t(`deviceSetup.fault.${fault.fault}`, { limit: fault.limit })
    : t(`deviceSetup.fault.${fault.fault}`);
}
