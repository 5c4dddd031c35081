/** Readers of llrpjs's JSON: what is not there, or of another kind, is null or an empty list. */

/** The value under these names, one inside the other. */
export function at(data: unknown, ...names: readonly string[]): unknown {
  let value = data;
  for (const name of names) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = Reflect.get(value, name);
  }
  return value;
}

/** A parameter that may come several times: llrpjs gives one by itself and more as a list. */
export function listAt(data: unknown, ...names: readonly string[]): readonly unknown[] {
  const value = at(data, ...names);
  if (value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function numberAt(data: unknown, ...names: readonly string[]): number | null {
  const value = at(data, ...names);
  return typeof value === 'number' ? value : null;
}

export function textAt(data: unknown, ...names: readonly string[]): string | null {
  const value = at(data, ...names);
  return typeof value === 'string' ? value : null;
}
