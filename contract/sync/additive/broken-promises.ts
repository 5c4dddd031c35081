import type { Shape } from './shape.ts';

/**
 * What a new shape of the wire takes back of an older one, in words: stations and province are released months apart,
 * so keys are only ever added, with a default. `retired` are paths that nobody may use again.
 */
export function brokenPromises(before: Shape, now: Shape, retired: readonly string[]): readonly string[] {
  const gone = Object.keys(before).filter((path) => now[path] === undefined && !retired.includes(path));
  const required = Object.entries(now).filter(
    ([path, type]) =>
      before[path] === undefined && isKey(path) && !type.endsWith('?') && isInOldParent(path, before),
  );
  const narrowed = Object.entries(before).filter(([path, type]) => {
    const after = now[path];
    return after !== undefined && isKey(path) && !covers(after, type);
  });
  return [
    ...gone.map((path) => `${path} is gone: readers of before still look for it`),
    ...required.map(([path]) => `${path} is new and has no default: what was written before lacks it`),
    ...narrowed.map(([path, type]) => `${path} was ${type} and is ${now[path] ?? ''}`),
    ...retired
      .filter((path) => now[path] !== undefined)
      .map((path) => `${path} was retired and is used again`),
  ];
}

function isKey(path: string): boolean {
  return !path.includes('=');
}

/** True when the object that the key is in was there before: a new object may ask for what it likes. */
function isInOldParent(path: string, before: Shape): boolean {
  const parent = path.slice(0, path.lastIndexOf('/'));
  return Object.keys(before).some((known) => known.startsWith(`${parent}/`));
}

function covers(after: string, before: string): boolean {
  const types = (text: string): readonly string[] => text.replace(/\?$/u, '').split('|');
  const wider = types(before).every(
    (type) => types(after).includes(type) || (type === 'integer' && types(after).includes('number')),
  );
  return wider && (after.endsWith('?') || !before.endsWith('?'));
}
