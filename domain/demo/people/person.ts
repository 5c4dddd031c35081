import type { Dice } from '../random.ts';
import { familyShares, femaleAfterThi, femaleNames, maleAfterVan, maleNames } from './names.ts';

/** Every family name as often as its share, so that one throw of the dice chooses by frequency. */
const familyPool = familyShares.flatMap(([name, share]) => Array.from({ length: share }, () => name));

/** How often each generation bears the middle names Văn and Thị. */
const traditionalShare = { young: 0.12, grown: 0.35, old: 0.6 } as const;
export type Generation = keyof typeof traditionalShare;

/** The full name of a person who does not exist, family name first; of this family where one is given. */
export function inventPerson(dice: Dice, generation: Generation = 'grown', born?: string): string {
  const chosen = dice.pick(familyPool);
  const family = born ?? chosen;
  const traditional = dice.chance(traditionalShare[generation]);
  if (dice.chance(0.5))
    return traditional ? `${family} Văn ${dice.pick(maleAfterVan)}` : `${family} ${dice.pick(maleNames)}`;
  return traditional ? `${family} Thị ${dice.pick(femaleAfterThi)}` : `${family} ${dice.pick(femaleNames)}`;
}

/** One to three invented authors, as a title page names them. */
export function inventAuthors(dice: Dice, most = 3): string {
  const names = new Set<string>();
  const wanted = dice.chance(0.6) ? 1 : dice.between(1, most);
  while (names.size < wanted) names.add(inventPerson(dice));
  return [...names].join(', ');
}
