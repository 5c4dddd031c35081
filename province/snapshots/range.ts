/** First and last byte. */
interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The one range that a `Range` header asks of `length` bytes; `all` when it asks for none, or in a way that a server
 * may pass over (RFC 9110 section 14.2), `none` when nothing there is in it.
 */
export function askedRange(header: string | undefined, length: number): ByteRange | 'all' | 'none' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'all';
  if (first === '') {
    const tail = Math.min(Number(last), length);
    return tail === 0 ? 'none' : { from: length - tail, to: length - 1 };
  }
  const from = Number(first);
  const to = last === '' ? length - 1 : Math.min(Number(last), length - 1);
  if (last !== '' && Number(last) < from) return 'all';
  return from >= length ? 'none' : { from, to };
}
