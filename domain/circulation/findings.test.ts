import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reason } from '../outcome.ts';
import { checks, defaultSeverities, severities } from '../policy/checks.ts';
import type { Check, Severity } from '../policy/checks.ts';
import { findingList, isPermitted, overridePermission } from './findings.ts';
import type { Actor } from './view.ts';

const all: Actor = { id: 'nv-1', permissions: 'all' };
const some = reason('LT-1203', { count: 1, max: 1 });

describe('findingList', () => {
  it('a check is as hard as the policy says, else as hard as by default', () => {
    const list = findingList({ severities: { limit: 'notify' } }, all, []);
    list.add('limit', some);
    list.add('debt', some);
    expect(list.all().map(({ check, severity, passed }) => [check, severity, passed])).toStrictEqual([
      ['debt', 'confirm', false],
      ['limit', 'notify', true],
    ]);
    const without = findingList(null, all, []);
    without.add('deposit', some);
    expect(without.all()[0]).toMatchObject({ severity: 'refuse', permission: null, passed: false });
  });

  it('ignored, it is not there at all', () => {
    const list = findingList({ severities: { limit: 'ignore' } }, all, ['limit']);
    list.add('limit', some);
    expect(list.all()).toStrictEqual([]);
    expect(list.overrides()).toStrictEqual([]);
  });

  it('an override names who passed what, and only what was in the way', () => {
    const list = findingList({ severities: { message: 'notify' } }, all, ['limit', 'message', 'age']);
    list.add('message', some);
    list.add('limit', some);
    expect(list.overrides()).toStrictEqual([{ check: 'limit', by: 'nv-1' }]);
  });

  it('whatever is found, confirmed and permitted: passed only by notice or by a permitted yes; always in one order', () => {
    const subset = fc.subarray([...checks]);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...checks]),
        fc.dictionary(fc.constantFrom(...checks), fc.constantFrom(...severities)),
        subset,
        subset,
        (found, set, confirmed, permitted) => {
          const actor: Actor = { id: 'nv-2', permissions: permitted.map(overridePermission) };
          const list = findingList({ severities: set }, actor, confirmed);
          for (const check of found) list.add(check, some);
          const hard = (check: Check): Severity => set[check] ?? defaultSeverities[check];
          const mayPass = (check: Check): boolean =>
            hard(check) === 'notify' ||
            (hard(check) === 'confirm' && confirmed.includes(check) && permitted.includes(check));
          const shown = checks.filter((check) => found.includes(check) && hard(check) !== 'ignore');
          expect(list.all().map(({ check, passed }) => [check, passed])).toStrictEqual(
            shown.map((check) => [check, mayPass(check)]),
          );
        },
      ),
    );
  });
});

describe('isPermitted', () => {
  it('knows those who may do everything and those who may do some things', () => {
    expect(isPermitted(all, 'backdate')).toBe(true);
    expect(isPermitted({ id: 'x', permissions: ['holds'] }, 'holds')).toBe(true);
    expect(isPermitted({ id: 'x', permissions: ['holds'] }, 'override:limit')).toBe(false);
  });
});
