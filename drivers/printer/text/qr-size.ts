/** Bytes that a QR code of version 1, 2, 3 … 40 holds with error correction M (ISO/IEC 18004, table 7). */
const capacities = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711, 779,
  857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331,
];

/** White modules that ISO/IEC 18004 asks for on every side. */
const quietModules = 4;

/** 0.375 mm at 203 dpi: what phone cameras still read from a hand's breadth away. */
const smallestModule = 3;

/**
 * Dots a module for a code that takes two thirds of the paper at most, as drawn slips have it; null when it would be
 * too fine to read, or holds too much. The printer picks the version; this says which it must be at most.
 */
export function qrModuleFor(bytes: number, dots: number): number | null {
  const version = capacities.findIndex((capacity) => bytes <= capacity) + 1;
  if (version === 0) return null;
  const modules = 17 + 4 * version + 2 * quietModules;
  const module = Math.min(16, Math.floor((dots * 2) / 3 / modules));
  return module < smallestModule ? null : module;
}
