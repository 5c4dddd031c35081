import type { WhyUnknown } from '../tag.ts';
import { isAllZero, isIdentifier } from '../text.ts';
import { elementsOf } from './content-parameter.ts';
import { element } from './elements.ts';
import type { ObjectFacts } from './facts.ts';
import { factsOf } from './facts.ts';
import type { DataObject, ObjectStream } from './objects.ts';
import { isExact, readObjects } from './objects.ts';

/** A tag of ISO 28560-2: the facts of its objects, with the primary identifier. */
interface ObjectTag extends ObjectFacts {
  readonly id: string;
  readonly complete: boolean;
}

export type ObjectDecoding =
  | { readonly ok: true; readonly tag: ObjectTag }
  | { readonly ok: false; readonly why: WhyUnknown };

/**
 * What speaks for the bytes being objects at all; they carry no checksum. `dsfid` the tag says so · `asked` the site
 * has no other tags · `none` the bytes have to prove it themselves.
 */
export type Evidence = 'dsfid' | 'asked' | 'none';

const blockSize = 4;

/** Reads HF user memory as ISO 28560-2: the primary identifier comes first. */
export function decodeObjects(bytes: Uint8Array, evidence: Evidence): ObjectDecoding {
  // The precursor alone tells most foreign tags: element 1 in the low bits.
  if (((bytes[0] ?? 0) & 0x0f) !== element.id)
    return { ok: false, why: evidence === 'dsfid' ? 'no-identifier' : 'foreign' };
  const stream = readObjects(bytes);
  const [first, ...rest] = stream.objects;
  const sound =
    first !== undefined &&
    first.text !== null &&
    isIdentifier(first.text) &&
    (evidence === 'dsfid' || stream.complete) &&
    !rest.some(({ oid }) => oid === element.id);
  if (!sound) return { ok: false, why: evidence === 'none' ? 'foreign' : 'damaged' };
  if (evidence === 'none' && !proves(bytes, stream, first, rest)) return { ok: false, why: 'foreign' };
  const complete = stream.complete && rest.every(makesSense);
  return { ok: true, tag: { id: first.text ?? '', ...factsOf(stream.objects), complete } };
}

/**
 * The content parameter names just the elements that follow; or the identifier is padded to end on a block's edge and
 * every object makes sense; or there is nothing but an identifier, as any writer would write it.
 */
function proves(
  bytes: Uint8Array,
  stream: ObjectStream,
  first: DataObject,
  rest: readonly DataObject[],
): boolean {
  if (!rest.every(makesSense)) return false;
  const bitmap = rest.find(({ oid }) => oid === element.contentParameter);
  if (bitmap) {
    const named = elementsOf(bitmap.text ?? '') ?? [];
    const present = rest.filter((object) => object !== bitmap).map(({ oid }) => oid);
    if (named.length > 0 && String(present.sort((a, b) => a - b)) === String(named)) return true;
  }
  const firstLength = 3 + first.data.length + (first.padding ?? 0);
  if (first.padding !== null && firstLength % blockSize === 0) return true;
  return rest.length === 0 && isExact(first) && isAllZero(bytes, stream.end);
}

function makesSense({ text }: DataObject): boolean {
  return text !== null;
}
