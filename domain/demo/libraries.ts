import type { Library } from '../catalogue/catalogue.ts';
import { demoUuid } from './uuid.ts';

export type DemoLibraryCode = 'BN' | 'HP' | 'ST';

const demoLibrary = (
  index: number,
  code: DemoLibraryCode,
  kind: Library['kind'],
  name: string,
  address: string,
): Library => ({
  // Not from the seed: a station is enrolled for a library, and stays so when the data is made again.
  id: demoUuid('library', index, 0),
  code,
  name,
  kind,
  timeZone: 'Asia/Ho_Chi_Minh',
  address,
});

/** Three libraries of different kinds. They do not exist; the mark in each name says so on every screen. */
export const demoLibraries = {
  BN: demoLibrary(1, 'BN', 'public', 'Thư viện tỉnh Kinh Bắc (minh họa)', 'Phường Bắc Giang, tỉnh Bắc Ninh'),
  HP: demoLibrary(
    2,
    'HP',
    'school',
    'Thư viện Trường THCS Hoa Phượng (minh họa)',
    'Xã Tiên Lục, tỉnh Bắc Ninh',
  ),
  ST: demoLibrary(
    3,
    'ST',
    'armed-forces',
    'Thư viện Trung đoàn Sông Thương (minh họa)',
    'Xã Lạng Giang, tỉnh Bắc Ninh',
  ),
} as const satisfies Readonly<Record<DemoLibraryCode, Library>>;

/** The codes in the order in which the libraries are written. */
export const demoLibraryCodes = ['BN', 'HP', 'ST'] as const satisfies readonly DemoLibraryCode[];
