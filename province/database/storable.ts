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

/** True when a `jsonb` column can hold the value exactly. */
export function fitsJsonb(root: unknown): boolean {
  const queue: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && !isStorable(value)) return false;
    if (typeof value !== 'object' || value === null) continue;
    if (depth === deepestBody) return false;
    for (const [key, member] of Object.entries(value)) {
      if (!isStorable(key)) return false;
      queue.push({ value: member, depth: depth + 1 });
    }
  }
  return true;
}
