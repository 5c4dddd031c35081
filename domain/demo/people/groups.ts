import type { DemoLibraryCode } from '../libraries.ts';
import type { Generation } from './person.ts';

/** Readers of one category at one library. */
export interface Group {
  readonly category: string;
  /** Part of the library's readers, in a hundred. */
  readonly share: number;
  readonly generation: Generation;
  /** Age in full years, both ends included. */
  readonly ages: readonly [number, number];
}

const child: Omit<Group, 'share'> = { category: 'thieu-nhi', generation: 'young', ages: [6, 13] };
const student: Omit<Group, 'share'> = { category: 'sinh-vien', generation: 'young', ages: [18, 23] };
const adult: Omit<Group, 'share'> = { category: 'nguoi-lon', generation: 'grown', ages: [24, 59] };
const teacher: Omit<Group, 'share'> = { category: 'giao-vien', generation: 'grown', ages: [24, 58] };
const official: Omit<Group, 'share'> = { category: 'can-bo', generation: 'grown', ages: [25, 59] };
/** Law on the Elderly 2009 art. 2: from 60. */
const senior: Omit<Group, 'share'> = { category: 'nguoi-cao-tuoi', generation: 'old', ages: [60, 84] };

const groups: Readonly<Record<DemoLibraryCode, readonly Group[]>> = {
  BN: [
    { ...child, share: 20 },
    { category: 'hoc-sinh', share: 20, generation: 'young', ages: [12, 17] },
    { ...student, share: 14 },
    { ...adult, share: 22 },
    { ...teacher, share: 7 },
    { ...official, share: 8 },
    { ...senior, share: 9 },
  ],
  HP: [
    // Lower secondary: classes 6 to 9.
    { category: 'hoc-sinh', share: 86, generation: 'young', ages: [11, 15] },
    { ...teacher, share: 11 },
    { ...official, share: 3 },
  ],
  ST: [
    { category: 'luc-luong-vu-trang', share: 92, generation: 'young', ages: [18, 27] },
    { ...official, share: 8 },
  ],
};

function poolOf(list: readonly Group[]): readonly Group[] {
  return list.flatMap((group) => Array.from({ length: group.share }, () => group));
}

/** Each group of a library as often as its share, so that one throw of the dice chooses. */
export const groupPools: Readonly<Record<DemoLibraryCode, readonly Group[]>> = {
  BN: poolOf(groups.BN),
  HP: poolOf(groups.HP),
  ST: poolOf(groups.ST),
};
