import { joinBytes } from '../text.ts';
import { chooseScheme, compact } from './compaction.ts';
import { largestOid, objectBytes } from './objects.ts';
import type { TagObject } from '../tag.ts';
import { element } from './elements.ts';

export interface Layout {
  readonly bytes: Uint8Array;
  readonly lockedBlocks: readonly number[];
}

interface Compacted {
  readonly oid: number;
  readonly scheme: number;
  readonly data: Uint8Array;
}

/**
 * Lays objects out so that those to be locked fill whole blocks (ISO 15962 annex D): the primary identifier, what
 * stays open in the given order, then the others that are locked. Where a locked part meets an open one, and at the
 * end of a locked part, padding fills the block. Null when a text fits no scheme, or not the one it asks for.
 * @param locked object identifiers to lock · @param blockSize bytes
 */
export function layOut(
  objects: readonly TagObject[],
  locked: readonly number[],
  blockSize: number,
): Layout | null {
  const compacted = objects.map(compactObject);
  const sound = compacted.filter((object) => object !== null);
  if (sound.length < compacted.length) return null;
  const isLocked = ({ oid }: Compacted): boolean => locked.includes(oid);
  const first = sound.filter(({ oid }) => oid === element.id);
  const rest = sound.filter(({ oid }) => oid !== element.id);
  const open = rest.filter((object) => !isLocked(object));
  const last = rest.filter(isLocked);
  const groups = first.some(isLocked)
    ? [
        { objects: first, locked: true },
        { objects: open, locked: false },
        { objects: last, locked: true },
      ]
    : [
        { objects: [...first, ...open], locked: false },
        { objects: last, locked: true },
      ];

  const parts: Uint8Array[] = [];
  const lockedBlocks: number[] = [];
  let at = 0;
  const written = groups.filter((group) => group.objects.length > 0);
  for (const [index, group] of written.entries()) {
    const aligned = group.locked || index < written.length - 1;
    const bytes = groupBytes(group.objects, at, aligned ? blockSize : 1);
    if (group.locked)
      for (let block = at / blockSize; block < (at + bytes.length) / blockSize; block += 1)
        lockedBlocks.push(block);
    parts.push(bytes);
    at += bytes.length;
  }
  return { bytes: joinBytes(parts), lockedBlocks };
}

function compactObject({ oid, text, scheme }: TagObject): Compacted | null {
  const code = scheme ?? chooseScheme(oid, text);
  const data = oid >= 1 && oid <= largestOid ? compact(oid, code, text) : null;
  return data && { oid, scheme: code, data };
}

/** The last object is padded, its count of padding included, until it ends on a block's edge. */
function groupBytes(objects: readonly Compacted[], start: number, blockSize: number): Uint8Array {
  const parts = objects.map(({ oid, scheme, data }) => objectBytes(oid, scheme, data, null));
  const bytes = joinBytes(parts);
  const last = objects.at(-1);
  if (!last || (start + bytes.length) % blockSize === 0) return bytes;
  const withCount = start + bytes.length + 1;
  const padding = (blockSize - (withCount % blockSize)) % blockSize;
  return joinBytes([...parts.slice(0, -1), objectBytes(last.oid, last.scheme, last.data, padding)]);
}
