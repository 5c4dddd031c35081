/** Numbers as people write them, both ends included: “12–13, 30”. */
export function rangeWords(ranges: readonly { readonly from: number; readonly to: number }[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
