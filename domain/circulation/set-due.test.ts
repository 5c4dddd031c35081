import { describe, expect, it } from 'vitest';
import { setDueProblems } from './set-due.ts';

const at = (permissions: 'all' | readonly ['set-due-date'] | readonly [] = 'all') => ({
  today: '2026-11-25',
  now: '2026-11-25T09:00:00.000+07:00',
  actor: { id: 'nv-1', permissions },
});
const code = (due: string, ...permissions: Parameters<typeof at>) =>
  setDueProblems(at(...permissions), due).map(({ reason }) => reason.code);

describe('setDueProblems', () => {
  it.each([
    ['2026-11-25', []],
    ['2029-11-25', []],
    ['2029-11-26', ['LT-1237']],
    ['2026-11-24', ['LT-1236']],
    ['2027-02-29', ['LT-1235']],
    ['2026-13-01', ['LT-1235']],
    ['hôm nay', ['LT-1235']],
    ['2026-11-25T09:00:00.000+07:00', []],
    ['2026-11-25T08:59:59.000+07:00', ['LT-1236']],
    ['2026-11-25T03:00:00.000Z', []],
    ['2026-11-31T10:00:00.000+07:00', ['LT-1235']],
    ['2026-11-26T25:00:00.000+07:00', ['LT-1235']],
    ['2026-11-26 chiều', ['LT-1235']],
  ])('%s: %j', (due, codes) => {
    expect(code(due)).toStrictEqual(codes);
  });

  it('asks for the permission, and says what is wrong with the date first', () => {
    expect(code('2026-12-01', [])).toStrictEqual(['LT-5104']);
    expect(code('2026-12-01', ['set-due-date'])).toStrictEqual([]);
    expect(code('2026-11-01', [])).toStrictEqual(['LT-1236']);
  });
});
