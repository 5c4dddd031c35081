import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { z } from 'zod';
import type { PushLine } from '../../contract/sync/protocol.ts';
import {
  changeLineSchema,
  changesEndSchema,
  helloResponseSchema,
  paths,
  protocolVersion,
} from '../../contract/sync/protocol.ts';
import type { Fact, FactDraft } from '../../domain/facts/fact.ts';
import { chainHash, encodeFact, genesisHash } from '../../domain/facts/fact.ts';
import { sha256Hex } from '../sync/sha256.ts';
import type { TestKey } from './signing.ts';

/** A station's journal and its side of the wire, without disk or network. */
export interface TestStation {
  readonly name: string;
  readonly inc: string;
  readonly key: TestKey;
  /** Lines of the journal, in order of their sequence. */
  readonly journal: readonly PushLine[];
  /** Journals one fact; `place` replaces parts of its envelope. Returns its id. */
  readonly record: (draft: FactDraft, place?: Partial<Fact>) => string;
  /** Journals any text as the next line. */
  readonly recordText: (bytes: string) => PushLine;
  /** Sends lines; the whole journal when none are given. */
  readonly push: (lines?: readonly PushLine[]) => Promise<LightMyRequestResponse>;
  readonly pushBody: (body: string | Buffer) => Promise<LightMyRequestResponse>;
  readonly hello: (more?: Readonly<Record<string, unknown>>) => Promise<z.infer<typeof helloResponseSchema>>;
  readonly changes: (query: Readonly<Record<string, string | number>>) => Promise<Page>;
  readonly request: (options: InjectOptions) => Promise<LightMyRequestResponse>;
  /** Another station with this one's name, key and journal so far: a copied disk. */
  readonly clone: () => TestStation;
  /** This station with a new incarnation, whose journal is empty. */
  readonly reborn: (inc: string) => TestStation;
}

export interface Page {
  readonly status: number;
  readonly rows: readonly z.infer<typeof changeLineSchema>[];
  readonly end: z.infer<typeof changesEndSchema>['end'];
}

interface Identity {
  readonly name: string;
  readonly inc: string;
  readonly key: TestKey;
  /** The station's clock, ms. */
  readonly now: () => number;
}

/** A station that speaks to `app`, beginning with the journal `past`. */
export function testStation(
  app: FastifyInstance,
  identity: Identity,
  past: readonly PushLine[] = [],
): TestStation {
  const { name, inc, key, now } = identity;
  const journal = [...past];
  const request = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
    const { method = 'GET', target, payload = '', json } = sentBy(options);
    const proof = key.headers({ method, target, body: payload }, now());
    const type = json ? { 'content-type': 'application/json' } : {};
    const headers = { ...type, ...proof, ...options.headers };
    return app.inject({ method, url: target, headers, ...(payload === '' ? {} : { payload }) });
  };
  const recordText = (bytes: string): PushLine => {
    const prev = journal.at(-1)?.hash ?? genesisHash;
    const line = { bytes, prev, hash: chainHash(sha256Hex, prev, bytes) };
    journal.push(line);
    return line;
  };
  const pushBody = async (body: string | Buffer): Promise<LightMyRequestResponse> =>
    request({
      method: 'POST',
      url: paths.journal(name, inc),
      headers: { 'content-type': 'application/x-ndjson' },
      payload: body,
    });
  return {
    ...identity,
    journal,
    record: (draft, place = {}) => {
      // A draft's kind and body belong together; spreading it loses that for TypeScript.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const fact = { ...envelope(identity, journal.length + 1), ...draft, ...place } as Fact;
      recordText(encodeFact(fact));
      return fact.id;
    },
    recordText,
    push: (lines = journal) => pushBody(lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
    pushBody,
    hello: async (more = {}) => {
      const head = { seq: journal.length, hash: journal.at(-1)?.hash ?? genesisHash };
      const said = { station: name, inc, app: 'test', protocol: protocolVersion, epoch: null, cursor: 0 };
      const payload = { ...said, journal: head, now: '2026-11-22T15:00:00.000+07:00', ...more };
      const answer = await request({ method: 'POST', url: paths.hello, payload });
      return helloResponseSchema.parse(answer.json());
    },
    changes: async (query) => {
      const texts = Object.entries<string | number>({ inc, ...query }).map(([field, value]) => [
        field,
        String(value),
      ]);
      const answer = await request({ url: paths.changes, query: Object.fromEntries(texts) });
      const lines = answer.body.trimEnd().split('\n');
      return {
        status: answer.statusCode,
        rows: lines.slice(0, -1).map((line) => changeLineSchema.parse(JSON.parse(line))),
        end: changesEndSchema.parse(JSON.parse(lines.at(-1) ?? '')).end,
      };
    },
    request,
    clone: () => testStation(app, identity, journal),
    reborn: (newInc) => testStation(app, { ...identity, inc: newInc }),
  };
}

/** The bytes of a request: they have to be known before they can be signed. */
function sentBy({ method, url, query, payload }: InjectOptions) {
  if (typeof url !== 'string') throw new Error('a test names its address as text');
  const search = new URLSearchParams(typeof query === 'object' ? plain(query) : query).toString();
  const target = search === '' ? url : `${url}?${search}`;
  const raw = payload === undefined || typeof payload === 'string' || Buffer.isBuffer(payload);
  return { method, target, payload: raw ? payload : JSON.stringify(payload), json: !raw };
}

function plain(query: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}

function envelope({ name, inc }: Identity, seq: number): Omit<Fact, 'kind' | 'body'> {
  return {
    v: 1,
    id: randomUUID(),
    station: name,
    inc,
    seq,
    kv: 1,
    at: new Date(Date.UTC(2026, 10, 22, 1, 0, seq)).toISOString(),
    clock: { boot: 'b', mono: seq, offset: null },
    actor: 'thu-thu',
    desk: 'Quầy 1',
    basis: { epoch: null, cursor: 0, policy: 'p1' },
  };
}
