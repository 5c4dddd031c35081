import type { Fact, FactDraft } from '../../domain/facts/fact.ts';
import type { Journal } from '../../main/store/journal/journal.ts';
import type { FeedStore } from '../../main/store/mirror/feed.ts';
import type { Store } from '../../main/store/store.ts';
import type { Defect } from './defect.ts';

/** Mistakes a station could make with what it keeps. */
export const stationDefects: readonly Defect[] = [
  {
    name: 'a row of the feed is skipped',
    verbs: (verbs, dice) => ({
      ...verbs,
      applyPage: (rows, state) =>
        verbs.applyPage(
          rows.filter(() => !dice.chance(0.03)),
          state,
        ),
    }),
  },
  {
    name: 'the cursor is written before its rows',
    verbs: (verbs, dice, crash) => ({
      ...verbs,
      applyPage: (rows, state) => {
        verbs.applyPage([], state);
        if (dice.chance(0.1)) crash();
        else verbs.applyPage(rows, state);
      },
    }),
  },
  {
    name: 'the cursor is kept in another file than its rows',
    often: ['power cut'],
    store: (store) => ({ ...store, feed: cursorApart(store) }),
  },
  {
    name: 'a journal that a power cut may shorten',
    often: ['power cut'],
    carelessJournal: true,
  },
  {
    name: 'what was said about an exception is not shown',
    often: ['exception resolved'],
    store: (store) => ({
      ...store,
      showAct: (facts) => (isResolution(facts) ? undefined : store.showAct(facts)),
    }),
  },
  {
    name: 'rows that are gone stay',
    often: ['undo'],
    verbs: (verbs) => ({
      ...verbs,
      applyPage: (rows, state) =>
        verbs.applyPage(
          rows.filter((row) => row.row !== null),
          state,
        ),
    }),
  },
  {
    name: 'rows that an earlier program kept are never shown',
    often: ['act of a later version'],
    leavesParked: true,
  },
  {
    name: 'rows of unknown kinds are dropped',
    often: ['row of a later version'],
    verbs: (verbs) => ({
      ...verbs,
      applyPage: (rows, state) =>
        verbs.applyPage(
          rows.filter(({ known }) => known),
          state,
        ),
    }),
  },
  {
    name: 'sums are rounded',
    verbs: (verbs) => ({
      ...verbs,
      applyPage: (rows, state) =>
        verbs.applyPage(
          rows.map((row) =>
            row.known && row.row?.entity === 'charge'
              ? { known: true, row: { entity: 'charge', row: rounded(row.row.row) } }
              : row,
          ),
          state,
        ),
    }),
  },
  { name: 'facts that came back stay on top', store: (store) => ({ ...store, settleOverlay: () => {} }) },
  { name: 'what is done here is not shown', store: (store) => ({ ...store, showAct: () => {} }) },
  {
    name: 'a mirror that could not be written is not mended',
    often: ['disk full', 'disk free', 'province away'],
    store: (store) => ({ ...store, mendOverlay: () => {} }),
  },
  {
    name: 'a confirmation is never taken back',
    often: ['back up', 'restore'],
    verbs: (verbs) => ({
      ...verbs,
      acknowledge: (ack) => {
        const now = verbs.syncPosition().ack;
        verbs.acknowledge(ack.seq < now.seq ? { ...now, epoch: ack.epoch } : ack);
      },
    }),
  },
  {
    name: 'a new epoch empties nothing',
    often: ['back up', 'restore'],
    verbs: (verbs) => ({ ...verbs, clearMirror: () => {} }),
  },
  {
    name: 'a fork gives facts new ids',
    often: ['copied'],
    store: (store) => ({ ...store, journal: forkingAnew(store.journal) }),
  },
];

function cursorApart({ feed, journalDb }: Store): FeedStore {
  journalDb.exec(
    'create table if not exists cursor_apart(one integer primary key, epoch text, cursor integer)',
  );
  const put = journalDb.prepare('insert or replace into cursor_apart values (1, ?, ?)');
  const get = journalDb.prepare<[], { epoch: string | null; cursor: number }>(
    'select epoch, cursor from cursor_apart',
  );
  return {
    ...feed,
    state: () => ({ ...feed.state(), ...get.get() }),
    setState: (state) => {
      put.run(state.epoch, state.cursor);
      feed.setState(state);
    },
    clear: (acked) => {
      put.run(null, 0);
      feed.clear(acked);
    },
  };
}

function isResolution(facts: readonly Fact[]): boolean {
  return facts.some(({ kind }) => kind === 'exception.resolved');
}

function rounded<T extends { readonly amount: number }>(charge: T): T {
  return { ...charge, amount: Math.round(charge.amount / 1_000) * 1_000 };
}

function forkingAnew(journal: Journal): Journal {
  const fork: Journal['fork'] = (point, context) => {
    const tail = [...journal.factsAfter(point.after)].map(({ kind, body }) => {
      // They belong together: both are of one fact.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return { kind, body } as FactDraft;
    });
    journal.fork({ ...point, after: journal.head().seq }, context);
    journal.append(tail, context);
  };
  return new Proxy(journal, {
    get: (of, name) => (name === 'fork' ? fork : Reflect.get(of, name)),
  });
}
