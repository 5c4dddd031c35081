import type { Defect } from './defect.ts';
import { stationDefects } from './of-stations.ts';
import { lineDefects } from './of-the-line.ts';
import { doorDefects } from './of-the-door.ts';
import { provinceDefects } from './of-the-province.ts';

/** Every mistake that the simulation has to notice. */
export const defects: readonly Defect[] = [
  ...provinceDefects,
  ...doorDefects,
  ...lineDefects,
  ...stationDefects,
];
