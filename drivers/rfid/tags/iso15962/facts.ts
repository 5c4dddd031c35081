import type { TagObject, TagParts, TagUsage } from '../tag.ts';
import { usageNibbles, usageOf } from '../usage.ts';
import { element } from './elements.ts';
import type { DataObject } from './objects.ts';
import { partsOfDigits } from './set-information.ts';

/** What the objects of a tag say in the common words. */
export interface ObjectFacts {
  readonly owner: string | null;
  readonly usage: TagUsage | null;
  readonly title: string | null;
  readonly parts: TagParts | null;
  readonly objects: readonly TagObject[];
}

/** Free text in the place of an ISIL: the local code of a library that has none. */
const alternativeOwner = 23;

export const noFacts: ObjectFacts = { owner: null, usage: null, title: null, parts: null, objects: [] };

/** Objects whose data make no sense are left out. */
export function factsOf(read: readonly DataObject[]): ObjectFacts {
  const textOf = (oid: number): string | null => read.find((object) => object.oid === oid)?.text ?? null;
  const usage = usageNibbles(textOf(element.usage) ?? '');
  return {
    owner: textOf(element.owner) ?? textOf(alternativeOwner),
    usage: usage && usageOf(usage.main, usage.sub),
    title: textOf(element.title),
    parts: partsOfDigits(textOf(element.setInformation) ?? ''),
    objects: read.flatMap(({ oid, text, scheme }) => (text === null ? [] : [{ oid, text, scheme }])),
  };
}
