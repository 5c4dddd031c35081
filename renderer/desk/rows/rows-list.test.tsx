import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { connect } from '../../connection/connect.ts';
import { stationCache, stationQueries } from '../../connection/station-cache.ts';
import { startLanguages } from '../../i18n/start.ts';
import { PageProvider } from '../../ui/page-context.tsx';
import { openSettings } from '../../ui/settings.ts';
import { createStore } from '../../ui/store.ts';
import { openNotices } from './notices.ts';
import { RowsList } from './rows-list.tsx';
import { testRow } from './test-row.ts';

/** The list as it is painted first. */
function listOf(rows: readonly DeskRow[]): string {
  startLanguages('vi');
  const queries = stationQueries();
  const connection = connect(() => new Promise(() => {}));
  const page = {
    connection,
    cache: stationCache(queries, connection.api, () => {}),
    settings: openSettings({ getItem: () => null, setItem: () => {} }),
    sounds: { awake: createStore(false), wake: () => {}, play: () => {} },
    notices: openNotices(() => {}),
  };
  return renderToString(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <PageProvider page={page}>
          <RowsList rows={rows} local={[]} />
        </PageProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const day = (length: number): readonly DeskRow[] =>
  Array.from({ length }, (_, index) => testRow({ id: `row-${length - index}`, number: length - index }));

const idsIn = (html: string): readonly (string | undefined)[] =>
  [...html.matchAll(/data-row-id="(?<id>[^"]*)"/gu)].map(({ groups }) => groups?.['id']);

describe('the list of rows', () => {
  it('puts no more of a long day into the page than of a morning', () => {
    const morning = listOf(day(50));
    const whole = listOf(day(200));
    expect(idsIn(morning)).toHaveLength(50);
    expect(idsIn(whole)).toHaveLength(50);
    expect(idsIn(whole)[0]).toBe('row-200');
  });

  it('has an old row in the page while it holds the line', () => {
    const rows = day(200).with(150, testRow({ id: 'held', number: 50, state: 'routed', holdsLine: true }));
    expect(idsIn(listOf(rows)).slice(50)).toStrictEqual(['held']);
  });

  it('turns nothing while scans wait for a person: minutes may pass', () => {
    const waits = testRow({ id: 'waits', number: 2, state: 'pending' });
    const held = testRow({ id: 'held', number: 1, state: 'routed', holdsLine: true });
    expect(listOf([waits])).toContain('outcome-pending');
    expect(listOf([waits, held])).not.toContain('outcome-pending');
  });
});
