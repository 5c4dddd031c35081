import { shelves } from '../../shelves/shelf.ts';
import type { ShelfName } from '../../shelves/shelf.ts';
import { at } from '../../random.ts';
import { yearBetween } from '../family.ts';
import type { TitleFamily } from '../family.ts';
import { childrenClassics, foreignClassics } from './foreign-classics.ts';
import { englishWorks, knowledgeWorks, localWorks, referenceWorks } from './knowledge.ts';
import { vietnameseClassics, vietnameseModern } from './vietnamese-classics.ts';

/** A well-known book: title and author are real, the edition is not. */
interface Work {
  readonly title: string;
  readonly author: string;
  readonly ddc: string;
  readonly publisher: string;
  readonly firstYear: number;
}

const newest = 2024;

function parseWorks(table: string): readonly Work[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [title, author, ddc, publisher, firstYear = '1998'] = line.split(' | ');
      if (!title || !author || !ddc || !publisher) throw new Error(`not a work: ${line}`);
      return { title, author, ddc, publisher, firstYear: Number(firstYear) };
    });
}

function worksFamily(
  name: string,
  shelf: ShelfName,
  extra: number,
  tables: readonly string[],
  language?: string,
): TitleFamily {
  const works = tables.flatMap(parseWorks);
  return {
    name,
    shelf: shelves[shelf],
    // Well-known books come before anything invented, as far as the catalogue is large enough.
    weight: works.length * 3,
    extra,
    base: works.length,
    layers: 1,
    compose: (index, _layer, dice) => {
      const { firstYear, ...work } = at(works, index);
      const year = yearBetween(dice, firstYear, newest);
      return language === undefined ? { ...work, year } : { ...work, year, language };
    },
  };
}

/** Real works by real authors. */
export const workFamilies: readonly TitleFamily[] = [
  worksFamily('children-classics', 'children', 3, [childrenClassics]),
  worksFamily('vietnamese-literature', 'literature', 3, [vietnameseClassics, vietnameseModern]),
  worksFamily('foreign-literature', 'literature', 2, [foreignClassics]),
  worksFamily('knowledge', 'general', 2, [knowledgeWorks]),
  worksFamily('reference-works', 'reference', 2, [referenceWorks]),
  worksFamily('english', 'english', 1, [englishWorks], 'en'),
  worksFamily('local-works', 'local', 2, [localWorks]),
];
