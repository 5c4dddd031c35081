import type { EntityRow } from '../../domain/catalogue/rows.ts';
import type { FeedRow } from '../store/mirror/feed.ts';
import {
  changeLineSchema,
  changesEndSchema,
  epochConflictSchema,
  helloResponseSchema,
  paths,
  pushConflictSchema,
  pushResponseSchema,
} from '../../contract/sync/protocol.ts';
import type { ChangeLine } from '../../contract/sync/protocol.ts';
import { isEntity, rowSchemas } from '../../contract/sync/rows.ts';
import type { Answer, Page, ProvinceNet, Refusal } from './ports.ts';

/** Longest an exchange may take before the network counts as gone (ms). */
const exchangeTimeout = 20_000;

export interface ProvinceAddress {
  /** Origin, for example `https://province.example:8443`. */
  readonly url: string;
  readonly station: string;
  /** Key this station was enrolled with. */
  readonly key: string;
}

/** The protocol over HTTP until `stopped`. Answers that do not have the agreed shape count as a protocol refusal. */
export function httpNet({ url, station, key }: ProvinceAddress, stopped: AbortSignal): ProvinceNet {
  const authorization = `Bearer ${key}`;
  const exchange = async <T>(
    path: string,
    init: RequestInit,
    read: (body: string) => T,
  ): Promise<Answer<T>> => {
    let response: Response;
    let body: string;
    try {
      response = await fetch(new URL(path, url), {
        ...init,
        headers: { authorization, ...init.headers },
        signal: AbortSignal.any([AbortSignal.timeout(exchangeTimeout), stopped]),
      });
      body = await response.text();
    } catch {
      return refused({ kind: 'unreachable' });
    }
    if (!response.ok) return refused(refusalOf(response.status, body));
    try {
      return { ok: true, value: read(body) };
    } catch {
      return refused({ kind: 'protocol' });
    }
  };

  return {
    hello: (request) =>
      exchange(
        paths.hello,
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) },
        (body) => helloResponseSchema.parse(JSON.parse(body)),
      ),
    push: (incarnation, lines) =>
      exchange(
        paths.journal(station, incarnation),
        {
          method: 'POST',
          headers: { 'content-type': 'application/x-ndjson' },
          body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
        },
        (body) => pushResponseSchema.parse(JSON.parse(body)),
      ),
    changes: ({ epoch, cursor, inc, limit }) => {
      const query = new URLSearchParams({ epoch, cursor: String(cursor), inc, limit: String(limit) });
      return exchange(`${paths.changes}?${query.toString()}`, {}, readPage);
    },
    poke: async (onHead, signal) => {
      try {
        const response = await fetch(new URL(paths.poke, url), { headers: { authorization }, signal });
        if (!response.ok || !response.body) return;
        const text = response.body.pipeThrough(new TextDecoderStream());
        // The stream carries nothing but heads: every `data:` line is one hint, however it is cut into chunks.
        let rest = '';
        for await (const chunk of text) {
          const lines = (rest + chunk).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) if (line.startsWith('data:')) onHead(headOf(line));
        }
      } catch {
        // The end of the stream, for whatever reason, is the answer: the engine looks again.
      }
    },
  };
}

function refused(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}

function refusalOf(status: number, body: string): Refusal {
  if (status === 401 || status === 403) return { kind: 'unauthorized' };
  if (status === 409) {
    const conflict = parseJson(body);
    const epoch = epochConflictSchema.safeParse(conflict);
    if (epoch.success) return { kind: 'epoch', epoch: epoch.data.epoch };
    const push = pushConflictSchema.safeParse(conflict);
    if (push.success)
      return push.data.conflict === 'gap' ? { kind: 'gap', acked: push.data.acked } : { kind: 'forked' };
  }
  return status >= 500 || status === 429 || status === 408 ? { kind: 'unreachable' } : { kind: 'protocol' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readPage(body: string): Page {
  const lines = body.split('\n').filter((line) => line !== '');
  const last = lines.pop();
  const { end } = changesEndSchema.parse(JSON.parse(last ?? ''));
  return { end, rows: lines.map((line) => feedRow(changeLineSchema.parse(JSON.parse(line)))) };
}

/** A row this version cannot read is parked, not refused: the server may be newer. */
function feedRow({ pos, entity, id, row }: ChangeLine): FeedRow {
  if (row === null && isEntity(entity)) return { known: true, row: null, entity, id };
  const parsed = isEntity(entity) ? rowSchemas[entity].safeParse(row) : null;
  if (!parsed?.success) return { known: false, pos, entity, id, row: JSON.stringify(row) };
  // `rowSchemas[entity]` has just proved that `row` belongs to `entity`.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { known: true, row: { entity, row: parsed.data } as EntityRow };
}

function headOf(line: string): number {
  const data = parseJson(line.slice('data:'.length));
  return typeof data === 'object' && data !== null && 'head' in data && typeof data.head === 'number'
    ? data.head
    : 0;
}
