import { expect, it } from 'vitest';
import { classTree } from './class-tree.ts';

const lines = (...classes: readonly (readonly [string, string])[]) =>
  classTree(classes.map(([id, parent]) => ({ id, name: id, parent }))).map(
    ({ itemClass, depth }) => `${'-'.repeat(depth)}${itemClass.id}`,
  );

it('reads each class below its parent, in the order of the list', () => {
  expect(
    lines(
      ['sach', 'none'],
      ['tap-chi', 'none'],
      ['giao-trinh', 'sach'],
      ['hai', 'giao-trinh'],
      ['mot', 'sach'],
    ),
  ).toEqual(['sach', '-giao-trinh', '--hai', '-mot', 'tap-chi']);
});

it('still shows a circle and an orphan', () => {
  expect(lines(['a', 'b'], ['b', 'a'], ['orphan', 'gone'], ['top', 'none'])).toEqual([
    'top',
    'a',
    'b',
    'orphan',
  ]);
});
