/** Deepest body that is also kept as `jsonb`; PostgreSQL's own parser is recursive and gives up in the thousands. */
const deepestBody = 64;

/** True when a PostgreSQL text can hold it exactly: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** The text with what PostgreSQL refuses replaced by U+FFFD. For labels; the exact text stays in a fact's bytes. */
export function toStorable(text: string): string {
  return text.replaceAll('\u0000', '\ufffd').toWellFormed();
}

/** True when a `jsonb` column can hold the value exactly. `depth` is of what lies in it. */
export function fitsJsonb(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === deepestBody) return false;
  // The depth bounds the calls in each other; every fact of every push comes here.
  return Object.entries(value).every(([key, member]) => isStorable(key) && fitsJsonb(member, depth + 1));
}
