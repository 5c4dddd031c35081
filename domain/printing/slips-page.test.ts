import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fields } from './slip-fields.ts';
import { slipFields } from './slip-fields.ts';
import { slipKinds } from './template.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/slips.md'), 'utf8');

function namesIn(fields: Fields): readonly string[] {
  const inner = Object.values(fields).flatMap((field) =>
    typeof field === 'string' ? [] : namesIn('list' in field ? field.list : field.group),
  );
  return [...Object.keys(fields), ...inner];
}

/** What the page says of one kind: its own chapter and the one for all. */
function chapters(kind: string): string {
  return page
    .split(/^##+ /mu)
    .filter(
      (chapter) => chapter.startsWith('On every slip') || chapter.split('\n')[0]?.includes(`\`${kind}\``),
    )
    .join('\n');
}

describe('the page about slips', () => {
  it.each(slipKinds)('explains every name a template of its kind may use (%s)', (kind) => {
    const explained = chapters(kind);
    const missing = namesIn(slipFields[kind]).filter((name) => !explained.includes(`\`${name}\``));
    expect(missing).toStrictEqual([]);
  });
});
