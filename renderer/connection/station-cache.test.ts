import { describe, expect, it } from 'vitest';
import type { DeskRow, DeskState, RowState } from '../../contract/workstation/desk.ts';
import { ordinaryMode } from '../../contract/workstation/desk.ts';
import { testRow } from '../desk/rows/test-row.ts';
import type { StationApi } from './connect.ts';
import { connect } from './connect.ts';
import { keys } from './keys.ts';
import type { RowsState } from './station-cache.ts';
import { stationCache, stationQueries } from './station-cache.ts';

const row = (number: number, state: RowState): DeskRow => testRow({ id: `row-${number}`, number, state });

/** The client over a line whose desk answers when the test says so; `asked` is what it was asked. */
async function slowCore(): Promise<{
  readonly api: StationApi;
  readonly answer: (state: DeskState) => void;
  readonly asked: readonly string[];
}> {
  let answer: (state: DeskState) => void = () => {};
  const state = new Promise<DeskState>((resolve) => {
    answer = resolve;
  });
  const asked: string[] = [];
  const connection = connect(() =>
    Promise.resolve({
      closed: new Promise<void>(() => {}),
      close: () => {},
      link: {
        call: (path) => {
          if (path[0] !== 'desk') return Promise.resolve(hello());
          asked.push(path.join('.'));
          return state;
        },
      },
    }),
  );
  await new Promise<void>((resolve) => {
    void connection.run(() => resolve(), new AbortController().signal);
  });
  return { api: connection.api, answer, asked };
}

async function* hello() {
  yield { type: 'hello', boot: 'b' };
  await new Promise<never>(() => {});
}

describe('stationCache', () => {
  it('keeps rows that come by event while the answer is on its way', async () => {
    const { api, answer } = await slowCore();
    const cache = stationCache(stationQueries(), api, () => {});
    const fetched = cache.fetchRows();
    cache.onEvent({ type: 'row', row: row(2, 'pending') });
    cache.onEvent({ type: 'row', row: row(2, 'done') });
    cache.onEvent({ type: 'row', row: row(3, 'refused') });
    answer({
      patron: null,
      rows: [row(2, 'pending'), row(1, 'done')],
      mode: ordinaryMode,
      today: '2026-11-22',
    });
    const { rows } = await fetched;
    expect(rows.map(({ number, state }) => [number, state])).toEqual([
      [3, 'refused'],
      [2, 'done'],
      [1, 'done'],
    ]);
  });

  it('tells of a row after the cache has it, with the row as it was', async () => {
    const { api } = await slowCore();
    const queries = stationQueries();
    queries.setQueryData<RowsState>(keys.rows, { rows: [], mode: ordinaryMode, today: '2026-11-22' });
    const told: (readonly [RowState | undefined, RowState, number | undefined])[] = [];
    const cache = stationCache(queries, api, (now, before) => {
      told.push([before?.state, now.state, queries.getQueryData<RowsState>(keys.rows)?.rows.length]);
    });
    cache.onEvent({ type: 'row', row: row(1, 'pending') });
    cache.onEvent({ type: 'row', row: row(1, 'done') });
    expect(told).toEqual([
      [undefined, 'pending', 1],
      ['pending', 'done', 1],
    ]);
  });

  it('learns what was switched on without touching the rows, or asking for them', async () => {
    const { api, answer, asked } = await slowCore();
    const queries = stationQueries();
    const rows = [row(1, 'done')];
    queries.setQueryData<RowsState>(keys.rows, { rows, mode: ordinaryMode, today: '2026-11-22' });
    const cache = stationCache(queries, api, () => {});
    cache.onEvent({ type: 'desk' });
    const mode = { ...ordinaryMode, keepHere: true };
    answer({ patron: null, rows: [row(1, 'done')], mode, today: '2026-11-23' });
    await expect
      .poll(() => queries.getQueryData<RowsState>(keys.rows))
      .toEqual({ rows, mode, today: '2026-11-23' });
    expect(queries.getQueryData<RowsState>(keys.rows)?.rows).toBe(rows);
    expect(asked).toEqual(['desk.mode']);
  });
});
