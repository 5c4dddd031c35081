import { describe, expect, it } from 'vitest';
import { valueAt, withValue } from './draft.ts';

const draft = { name: 'a', transport: { port: 1 }, list: [{ n: 1 }, { n: 2 }] };

describe('a value in a draft', () => {
  it('is found by its path, or not at all', () => {
    expect(valueAt(draft, 'transport.port')).toBe(1);
    expect(valueAt(draft, 'list.1.n')).toBe(2);
    expect(valueAt(draft, 'name.of.nothing')).toBeUndefined();
    expect(valueAt(draft, 'list.7.n')).toBeUndefined();
  });

  it('is replaced, the others stay the same objects', () => {
    const next = withValue(draft, 'list.0.n', 9);
    expect(next).toStrictEqual({ ...draft, list: [{ n: 9 }, { n: 2 }] });
    expect(valueAt(next, 'transport')).toBe(draft.transport);
    expect(draft.list[0]?.n).toBe(1);
  });

  it('is put where nothing was, and taken away', () => {
    expect(withValue(draft, 'text.mode', 'raster')).toStrictEqual({ ...draft, text: { mode: 'raster' } });
    expect(withValue(draft, 'list.0', undefined)).toStrictEqual({ ...draft, list: [{ n: 2 }] });
    expect(withValue(draft, 'transport', undefined)).toStrictEqual({ name: 'a', list: draft.list });
  });
});
