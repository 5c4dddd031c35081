import { factEnvelopeSchema, pushLimits, pushLineSchema } from '../../contract/sync/protocol.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import { chainHash } from '../../domain/facts/fact.ts';
import type { FactEnvelope } from './read-fact.ts';
import { readFact } from './read-fact.ts';
import { sha256Hex } from './sha256.ts';

/** One line of a push whose form and hash are right. Its place in the journal is not judged yet. */
export interface PushedFact {
  readonly envelope: FactEnvelope;
  /** Null when this version cannot read the fact; it is kept all the same. */
  readonly fact: Fact | null;
  readonly bytes: string;
  readonly prev: string;
  readonly hash: string;
}

type LineFault = 'not-text' | 'not-json' | 'not-a-push-line' | 'not-a-fact' | 'other-journal' | 'wrong-hash';

export interface PushedLines {
  readonly facts: readonly PushedFact[];
  /** The first line that is not a pushed fact; what follows it was not read. `line` counts from 1. */
  readonly fault: { readonly line: number; readonly code: LineFault } | null;
}

/** Reads the NDJSON of a push. Null when it holds more facts than one push may. */
export function readPush(body: Uint8Array, station: string, inc: string): PushedLines | null {
  const lines = splitLines(body);
  if (lines.length > pushLimits.facts) return null;
  const facts: PushedFact[] = [];
  for (const [index, line] of lines.entries()) {
    const read = readLine(line, station, inc);
    if (typeof read === 'string') return { facts, fault: { line: index + 1, code: read } };
    facts.push(read);
  }
  return { facts, fault: null };
}

function readLine(line: Uint8Array, station: string, inc: string): PushedFact | LineFault {
  const text = decode(line);
  if (text === null) return 'not-text';
  const json = parseJson(text);
  if (!json) return 'not-json';
  const pushed = pushLineSchema.safeParse(json.value);
  if (!pushed.success) return 'not-a-push-line';
  const { bytes, prev, hash } = pushed.data;
  const inner = parseJson(bytes);
  const envelope = inner && bytes.isWellFormed() ? factEnvelopeSchema.safeParse(inner.value) : null;
  if (!envelope?.success) return 'not-a-fact';
  if (envelope.data.station !== station || envelope.data.inc !== inc) return 'other-journal';
  if (chainHash(sha256Hex, prev, bytes) !== hash) return 'wrong-hash';
  return { envelope: envelope.data, fact: readFact(envelope.data), bytes, prev, hash };
}

function splitLines(body: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  while (from < body.length) {
    const newline = body.indexOf(0x0a, from);
    const to = newline === -1 ? body.length : newline;
    if (to > from) lines.push(body.subarray(from, to));
    from = to + 1;
  }
  return lines;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(line: Uint8Array): string | null {
  try {
    return utf8.decode(line);
  } catch {
    // `fatal` makes the decoder throw for bytes that are not UTF-8: that is the answer, not a failure.
    return null;
  }
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Not JSON is an answer about the sender's line.
    return null;
  }
}
