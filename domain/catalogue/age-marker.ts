/** Words that stand before an age on cases, covers and in audience notes (MARC 521): FSK 16, PEGI16, Age 16, K16. */
const markers = ['FSK', 'USK', 'PEGI', 'AGE', 'K'];

const shapes = [
  // A marker and its number, together or with one space; neither is part of a longer word or number.
  new RegExp(String.raw`(?<![\p{L}\d])(?:${markers.join('|')}) ?(\d{1,2})(?!\d)`, 'giu'),
  // `16+`, as Vietnamese publishers print it.
  /(?<![\p{L}\d])(\d{1,2}) ?\+/gu,
  // "Dành cho bạn đọc từ 16 tuổi".
  /(?<!\p{L})từ (?:đủ )?(\d{1,2}) tuổi(?!\p{L})/giu,
];

/**
 * The age from which something is meant, in full years, as a record's own words say it; null where they say none. Of
 * several the highest counts. The Vietnamese film mark T16 is not read: in a record T16 is volume 16.
 * Markers: Koha's AgeRestrictionMarker, as its test `t/Circulation/AgeRestrictionMarkers.t` has them.
 */
export function readAgeMarker(text: string): number | null {
  const composed = text.normalize('NFC').replaceAll(/\s+/gu, ' ');
  const ages = shapes.flatMap((shape) => [...composed.matchAll(shape)].map(([, age]) => Number(age)));
  return ages.length === 0 ? null : Math.max(...ages);
}
