import type { IncomingMessage } from 'node:http';
import { wrongTimeSchema } from '../../contract/sync/enrolment.ts';
import {
  compactedConflictSchema,
  epochConflictSchema,
  helloResponseSchema,
  paths,
  protocolVersion,
  pushConflictSchema,
  pushResponseSchema,
} from '../../contract/sync/protocol.ts';
import { readPage } from './feed-page.ts';
import type { Answer, ProvinceNet, Refusal } from './ports.ts';
import type { ProvinceLine } from './province-line.ts';
import { WrongCertificate } from './province-line.ts';
import type { StationKey } from './station-key.ts';

/** Longest an exchange may take before the network counts as gone (ms). */
const exchangeTimeout = 20_000;
/** Times a request is signed and sent: a wrong clock, a doubled signature and a line that had gone cold cost one each. */
const mostAttempts = 4;
/** Longest that a busy province keeps a station away (ms): what it asks for may be a mistake. */
const longestQuiet = 120_000;

/** What speaks for the station: its key, or until it has one the bearer secret of its enrolment. */
export type StationProof = { readonly key: StationKey } | { readonly bearer: string };

export interface ProvinceAddress {
  readonly station: string;
  /** Null when this computer has nothing to prove itself with. */
  readonly proof: () => Promise<StationProof | null>;
  /** The system's when absent. */
  readonly clock?: LineClock;
}

interface LineClock {
  /** What this computer's clock shows, ms since the Unix epoch: as wrong as it may be. */
  readonly wall: () => number;
  /** Time that nobody sets, ms since whenever. */
  readonly monotonic: () => number;
}

const systemClock: LineClock = { wall: () => Date.now(), monotonic: () => performance.now() };

interface Ask {
  readonly method: 'GET' | 'POST';
  readonly target: string;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answered {
  readonly status: number;
  readonly body: Buffer;
}

/** The protocol over a line until `stopped`. Answers that do not have the agreed shape count as a protocol refusal. */
export function httpNet(
  line: ProvinceLine,
  { station, proof, clock = systemClock }: ProvinceAddress,
  stopped: AbortSignal,
): ProvinceNet {
  /** What the province's clock shows more than this computer's, ms: for signing only. */
  let ahead = 0;
  let quietUntil = -Infinity;

  const send = async (
    { method, target, type, body = '', headers: more }: Ask,
    spoken: StationProof,
    signal: AbortSignal,
  ) => {
    const proving =
      'key' in spoken
        ? spoken.key.sign({ method, target, body }, clock.wall() + ahead)
        : { authorization: `Bearer ${spoken.bearer}` };
    const headers = { ...proving, ...more, ...(type === undefined ? {} : { 'content-type': type }) };
    return line.send({ method, target, headers, body }, signal);
  };

  /** True when the refusal is one that signing again cures. */
  const cured = (status: number, body: Buffer): boolean => {
    if (status !== 401) return false;
    const refusal = parseJson(body.toString());
    const time = wrongTimeSchema.safeParse(refusal);
    if (time.success) ahead = Date.parse(time.data.now) - clock.wall();
    return time.success || isReplayed(refusal);
  };

  /** Any answer but those that signing again cures. One that is longer than `most` bytes is not read. */
  const answered = async (ask: Ask, most = Number.POSITIVE_INFINITY): Promise<Answer<Answered>> => {
    const spoken = await proof();
    if (!spoken) return refused({ kind: 'unauthorized' });
    if (clock.monotonic() < quietUntil) return refused({ kind: 'unreachable' });
    for (let attempt = 1; ; attempt += 1) {
      const again = attempt < mostAttempts;
      let status = 0;
      let body: Buffer;
      try {
        const signal = AbortSignal.any([AbortSignal.timeout(exchangeTimeout), stopped]);
        const response = await send(ask, spoken, signal);
        status = response.statusCode ?? 0;
        const wait = Number(response.headers['retry-after']) * 1000;
        if (wait > 0) quietUntil = clock.monotonic() + Math.min(wait, longestQuiet);
        body = await bodyOf(response, most);
      } catch (error) {
        // The server had closed a line that was kept open: nothing is wrong with the next one.
        if (again && codeOf(error) === 'ECONNRESET') continue;
        return refused({ kind: error instanceof WrongCertificate ? 'wrong-certificate' : 'unreachable' });
      }
      if (again && cured(status, body)) continue;
      return { ok: true, value: { status, body } };
    }
  };

  const exchange = async <T>(ask: Ask, read: (body: string) => T): Promise<Answer<T>> => {
    const answer = await answered(ask);
    if (!answer.ok) return answer;
    const { status, body } = answer.value;
    if (status !== 200) return refused(refusalOf(status, body.toString()));
    try {
      return { ok: true, value: read(body.toString()) };
    } catch {
      return refused({ kind: 'protocol' });
    }
  };

  return {
    hello: (request) =>
      exchange(
        { method: 'POST', target: paths.hello, type: 'application/json', body: JSON.stringify(request) },
        (body) => helloResponseSchema.parse(JSON.parse(body)),
      ),
    push: (incarnation, lines) =>
      exchange(
        {
          method: 'POST',
          target: paths.journal(station, incarnation),
          type: 'application/x-ndjson',
          body: lines.map((one) => `${JSON.stringify(one)}\n`).join(''),
        },
        (body) => pushResponseSchema.parse(JSON.parse(body)),
      ),
    changes: ({ epoch, cursor, inc, limit, filling }) => {
      const query = new URLSearchParams({
        epoch,
        cursor: String(cursor),
        inc,
        limit: String(limit),
        protocol: String(protocolVersion),
        filling: filling ? '1' : '0',
      });
      const target = `${paths.changes}?${query.toString()}`;
      return exchange({ method: 'GET', target }, (body) => readPage(body, cursor));
    },
    snapshot: async ({ id, sha256, from, to }) => {
      const headers = { range: `bytes=${from}-${to - 1}`, 'if-range': `"${sha256}"` };
      const answer = await answered({ method: 'GET', target: paths.snapshot(id), headers }, to - from);
      if (!answer.ok) return answer;
      const { status, body } = answer.value;
      // All of it instead of a range says that it is another file.
      const isPart = (status === 206 || (status === 200 && from === 0)) && body.length === to - from;
      if (isPart) return { ok: true, value: body };
      const isGone = status === 200 || status === 206 || status === 404 || status === 416;
      return isGone ? { ok: true, value: 'gone' } : refused(refusalOf(status, body.toString()));
    },
    poke: async (onHead, signal) => {
      try {
        const spoken = await proof();
        if (!spoken) return;
        const response = await send({ method: 'GET', target: paths.poke }, spoken, signal);
        if (response.statusCode !== 200) return void response.destroy();
        // The stream carries nothing but heads: every `data:` line is one hint, however it is cut into chunks.
        let rest = '';
        for await (const chunk of response.setEncoding('utf8')) {
          const lines = (rest + String(chunk)).split('\n');
          rest = lines.pop() ?? '';
          for (const said of lines) if (said.startsWith('data:')) onHead(headOf(said));
        }
      } catch {
        // The end of the stream, for whatever reason, is the answer: the engine looks again.
      }
    },
  };
}

/** What was answered, in memory of its own; nothing of it when it is longer than `most` bytes. */
async function bodyOf(response: IncomingMessage, most: number): Promise<Buffer> {
  const said = Number(response.headers['content-length'] ?? 0);
  const nothing = Buffer.alloc(0);
  let body: Buffer = said <= most ? Buffer.allocUnsafeSlow(said) : nothing;
  let length = 0;
  if (said <= most)
    for await (const chunk of response) {
      // Nothing decodes it: chunks are bytes.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const bytes = chunk as Buffer;
      length += bytes.length;
      if (length > most) break;
      if (length > body.length) body = Buffer.concat([body], Math.max(length, body.length * 2));
      body.set(bytes, length - bytes.length);
    }
  if (said <= most && length <= most) return body.subarray(0, length);
  response.destroy();
  return nothing;
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
    if (compactedConflictSchema.safeParse(conflict).success) return { kind: 'compacted' };
    const push = pushConflictSchema.safeParse(conflict);
    if (push.success)
      return push.data.conflict === 'gap' ? { kind: 'gap', acked: push.data.acked } : { kind: 'forked' };
  }
  return status >= 500 || status === 429 || status === 408 ? { kind: 'unreachable' } : { kind: 'protocol' };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function isReplayed(refusal: unknown): boolean {
  return (
    typeof refusal === 'object' && refusal !== null && 'problem' in refusal && refusal.problem === 'replayed'
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

function headOf(line: string): number {
  const data = parseJson(line.slice('data:'.length));
  return typeof data === 'object' && data !== null && 'head' in data && typeof data.head === 'number'
    ? data.head
    : 0;
}
