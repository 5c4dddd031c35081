import type { Answer } from '../../main/sync/ports.ts';
import type { PushLine, PushResponse, SnapshotOffer } from '../../contract/sync/protocol.ts';
import type { Defect } from './defect.ts';

/** Mistakes of the protocol's station side. */
export const lineDefects: readonly Defect[] = [
  {
    name: 'a push counts before it arrived',
    net: (net, dice) => {
      let epoch = '';
      return {
        ...net,
        hello: async (request) => {
          const answer = await net.hello(request);
          if (answer.ok) ({ epoch } = answer.value);
          return answer;
        },
        push: async (incarnation, lines) =>
          dice.chance(0.3) ? confirmed(lines, epoch) : net.push(incarnation, lines),
      };
    },
  },
  {
    name: 'the rows are believed to hold more than they do',
    net: (net) => ({
      ...net,
      changes: async (ask) => {
        const answer = await net.changes(ask);
        if (!answer.ok) return answer;
        const { end } = answer.value;
        return { ok: true, value: { ...answer.value, end: { ...end, includes: end.includes + 1 } } };
      },
    }),
  },
  {
    name: 'a snapshot is said to hold more of the own facts than it does',
    often: ['close', 'restore', 'back up'],
    net: offering((snapshot) => ({ ...snapshot, includes: snapshot.includes + 1 })),
  },
  {
    name: 'nobody notices a copied journal',
    often: ['copied'],
    net: (net) => {
      let epoch = '';
      return {
        ...net,
        hello: async (request) => {
          const answer = await net.hello(request);
          if (!answer.ok) return answer;
          ({ epoch } = answer.value);
          return answer.value.action === 'forked'
            ? { ok: true, value: { ...answer.value, action: 'proceed', acked: request.journal } }
            : answer;
        },
        push: async (incarnation, lines) => {
          const answer = await net.push(incarnation, lines);
          return !answer.ok && answer.refusal.kind === 'forked' ? confirmed(lines, epoch) : answer;
        },
      };
    },
  },
];

function offering(said: (snapshot: SnapshotOffer) => SnapshotOffer): NonNullable<Defect['net']> {
  return (net) => ({
    ...net,
    hello: async (request) => {
      const answer = await net.hello(request);
      if (!answer.ok || !answer.value.snapshot) return answer;
      return { ok: true, value: { ...answer.value, snapshot: said(answer.value.snapshot) } };
    },
  });
}

function confirmed(lines: readonly PushLine[], epoch: string): Answer<PushResponse> {
  const last = lines.at(-1);
  if (!last) return { ok: false, refusal: { kind: 'unreachable' } };
  return { ok: true, value: { epoch, acked: { seq: seqOf(last), hash: last.hash } } };
}

function seqOf({ bytes }: PushLine): number {
  // The station's own journal wrote it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (JSON.parse(bytes) as { readonly seq: number }).seq;
}
