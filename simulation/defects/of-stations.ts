import type { FactDraft } from '../../domain/facts/fact.ts';
import type { Journal } from '../../main/store/journal/journal.ts';
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
