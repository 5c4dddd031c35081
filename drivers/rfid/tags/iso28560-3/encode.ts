import type { TagBlock, TagObject, TagParts, TagProblem } from '../tag.ts';
import type { TagSettings } from '../settings.ts';
import { isIdentifier, joinBytes, utf8Bytes } from '../text.ts';
import { basic, basicCrc, fixedVersion, reverseBlocks } from './basic-block.ts';
import { writeExtensions } from './blocks.ts';

const largestPart = 255;
const isilWithCountry = /^([A-Z]{2})-(.+)$/u;

/** What an ISO 28560-3 tag is to say. @param usage main value 0–15 */
export interface FixedContent {
  readonly id: string;
  readonly owner: string | null;
  readonly usage: number;
  readonly parts: TagParts | null;
  readonly objects: readonly TagObject[];
  readonly blocks: readonly TagBlock[];
}

export type Written =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | ({ readonly ok: false } & TagProblem);

/** @param capacity bytes of user memory: below 34 the short form is written */
export function encodeFixed(content: FixedContent, settings: TagSettings, capacity: number): Written {
  const short = capacity < basic.end;
  const bytes = new Uint8Array(short ? basic.shortEnd : basic.end);
  const id = utf8Bytes(content.id);
  if (!isIdentifier(content.id)) return problem('characters', 'id');
  if (id.length > basic.idEnd - basic.id) return problem('too-long', 'id');
  bytes.set(id, basic.id);

  const first = firstByte(content.usage, settings.nibbleOrder);
  if (first === null) return problem('nibble-order', 'usage');
  bytes[basic.usage] = first;

  const { number, total } = content.parts ?? { number: 1, total: 1 };
  if (!isPart(number) || !isPart(total)) return problem('too-long', 'parts');
  bytes.set(settings.partOrder === 'total-first' ? [total, number] : [number, total], basic.firstPart);

  const [country, rest] = ownerFields(content.owner ?? '');
  if (rest.length > bytes.length - basic.owner) return problem('too-long', 'owner');
  if (rest.includes(0)) return problem('characters', 'owner');
  bytes.set(country, basic.country);
  bytes.set(rest, basic.owner);

  const crc = basicCrc(bytes);
  bytes.set([crc & 0xff, crc >> 8], basic.crc);

  const extensions = writeExtensions(content.objects, content.blocks);
  if (!extensions) return problem('not-writable', 'objects');
  if (short && extensions.length > 0) return problem('too-long', 'objects');
  return arranged(joinBytes([bytes, extensions]), settings.blocksReversed, capacity);
}

function arranged(bytes: Uint8Array, reversed: boolean, capacity: number): Written {
  const padded = reversed ? joinBytes([bytes, new Uint8Array((4 - (bytes.length % 4)) % 4)]) : bytes;
  if (padded.length > capacity) return problem('too-long', 'tag');
  return { ok: true, bytes: reversed ? reverseBlocks(padded) : padded };
}

/** Null when it matters which nibble comes first, and the site has not said. */
function firstByte(usage: number, order: TagSettings['nibbleOrder']): number | null {
  if (order === null && usage !== fixedVersion) return null;
  return order === 'version-high' ? (fixedVersion << 4) | usage : (usage << 4) | fixedVersion;
}

function isPart(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= largestPart;
}

function ownerFields(owner: string): readonly [Uint8Array, Uint8Array] {
  const [, country = '', rest = ''] = isilWithCountry.exec(owner) ?? [];
  return country === '' ? [new Uint8Array(), utf8Bytes(owner)] : [utf8Bytes(country), utf8Bytes(rest)];
}

function problem(kind: TagProblem['problem'], field: TagProblem['field']): Written {
  return { ok: false, problem: kind, field };
}
