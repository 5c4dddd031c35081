import type { EntityRow } from '../catalogue/rows.ts';
import type { Item } from '../catalogue/catalogue.ts';
import type { DemoOptions } from './options.ts';
import { demoDefaults } from './options.ts';
import { copyMaker } from './shelves/copies.ts';
import { biblioOf } from './titles/biblio.ts';
import { planTitles } from './titles/plan.ts';

/** Titles written together before their copies: long enough for bulk inserts, short enough to hold. */
const batch = 500;

/** Titles in batches, each with its copies right behind it. Made while they are taken. */
export function* demoCatalogue(options: DemoOptions): Generator<EntityRow> {
  const { seed, titles, copiesPerTitle = demoDefaults.copiesPerTitle } = options;
  const plan = planTitles(seed, titles, Math.round(titles * copiesPerTitle));
  const maker = copyMaker(seed);
  for (let first = 0; first < titles; first += batch) {
    const copies: (readonly Item[])[] = [];
    for (let index = first; index < Math.min(first + batch, titles); index += 1) {
      const title = plan.at(index);
      const biblio = biblioOf(title, index, seed);
      yield { entity: 'biblio', row: biblio };
      copies.push(maker.copiesOf(title, biblio));
    }
    for (const items of copies) for (const row of items) yield { entity: 'item', row };
  }
}
