import type { ItemClass } from '../../../domain/policy/policy.ts';

/** A class and how far below the top it stands. */
export interface ClassLine {
  readonly itemClass: ItemClass;
  readonly depth: number;
}

/**
 * Classes as a tree is read: each below its parent, in the order of the list. Classes whose parents run in a circle or
 * are gone stand at the end: they have to be seen to be put right.
 */
export function classTree(classes: readonly ItemClass[]): readonly ClassLine[] {
  const below = (parent: string, depth: number): readonly ClassLine[] =>
    classes.flatMap((itemClass): readonly ClassLine[] =>
      itemClass.parent === parent
        ? [{ itemClass, depth } satisfies ClassLine].concat(below(itemClass.id, depth + 1))
        : [],
    );
  const lines = below('none', 0);
  const seen = new Set(lines.map(({ itemClass }) => itemClass));
  const lost = classes.filter((itemClass) => !seen.has(itemClass));
  return [...lines, ...lost.map((itemClass) => ({ itemClass, depth: 0 }))];
}
