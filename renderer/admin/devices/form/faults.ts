import type { DeviceConfig } from '../../../../contract/devices/config.ts';
import { deviceSchema } from '../../../../contract/devices/config.ts';
import type { Draft } from './draft.ts';
import { valueAt } from './draft.ts';

/** Why a field cannot be saved as it stands. */
export type FieldFault =
  | { readonly fault: 'empty' | 'number' | 'form' }
  | { readonly fault: 'small' | 'big' | 'long'; readonly limit: number };

export interface CheckedDraft {
  /** The device, when nothing is wrong with it. */
  readonly config: DeviceConfig | null;
  /** By path; several at one path are told one after the other. */
  readonly faults: ReadonlyMap<string, FieldFault>;
}

/** What the contract says of a draft, and that everything has a name and a HID scanner its numbers. */
export function checkDraft(draft: Draft): CheckedDraft {
  const read = deviceSchema.safeParse(draft);
  const faults = new Map<string, FieldFault>();
  const lacks = (path: string): void => void faults.set(path, { fault: 'empty' });
  if (valueAt(draft, 'transport.kind') === 'hid' && valueAt(draft, 'transport.vendorId') === 0)
    lacks('transport.vendorId');
  const name = valueAt(draft, 'name');
  if (typeof name === 'string' && name.trim() === '') lacks('name');
  for (const issue of read.error?.issues ?? []) {
    const path = issue.path.join('.');
    if (!faults.has(path)) faults.set(path, faultOf(issue, valueAt(draft, path)));
  }
  return { config: read.success && faults.size === 0 ? read.data : null, faults };
}

type Issue = NonNullable<ReturnType<typeof deviceSchema.safeParse>['error']>['issues'][number];

function faultOf(issue: Issue, value: Draft | undefined): FieldFault {
  if (value === '' || value === undefined) return { fault: 'empty' };
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { fault: 'empty' }
        : { fault: 'small', limit: Number(issue.minimum) };
    case 'too_big':
      return { fault: issue.origin === 'string' ? 'long' : 'big', limit: Number(issue.maximum) };
    case 'invalid_type':
      return { fault: issue.expected === 'string' ? 'form' : 'number' };
    default:
      return { fault: 'form' };
  }
}
