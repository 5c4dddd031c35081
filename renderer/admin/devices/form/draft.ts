import { z } from 'zod';
import type { DeviceConfig, Transport } from '../../../../contract/devices/config.ts';
import { factoryTransport } from '../../../../contract/devices/factory.ts';

/** A device while it is being set up: the shape of a `DeviceConfig`, whose leaves may still be what was typed. */
export type Draft = z.infer<typeof draftSchema>;
const draftSchema = z.json();

export function draftOf(config: DeviceConfig): Draft {
  return draftSchema.parse(config);
}

/** A line of a kind, as it is before anybody has chosen anything. */
export function lineDraft(kind: Transport['kind'], of: Parameters<typeof factoryTransport>[1]): Draft {
  return draftSchema.parse(factoryTransport(kind, of));
}

/** What stands at a path (`transport.port`); undefined where there is nothing. */
export function valueAt(draft: Draft, path: string): Draft | undefined {
  let value: Draft | undefined = draft;
  for (const key of path.split('.')) value = childOf(value, key);
  return value;
}

/** The draft with another value at a path; undefined takes what is there away. */
export function withValue(draft: Draft, path: string, value: Draft | undefined): Draft {
  return replaced(draft, path.split('.'), value);
}

function replaced(
  draft: Draft | undefined,
  [key = '', ...rest]: readonly string[],
  value: Draft | undefined,
): Draft {
  const next = rest.length === 0 ? value : replaced(childOf(draft, key), rest, value);
  if (Array.isArray(draft)) {
    const index = Number(key);
    return next === undefined ? draft.toSpliced(index, 1) : draft.toSpliced(index, 1, next);
  }
  const { [key]: _before, ...others } = isGroup(draft) ? draft : {};
  return next === undefined ? others : { ...others, [key]: next };
}

function childOf(value: Draft | undefined, key: string): Draft | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isGroup(value) ? value[key] : undefined;
}

function isGroup(value: Draft | undefined): value is { [key: string]: Draft } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
