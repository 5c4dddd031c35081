import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../../domain/printing/check-template.ts';
import { slipFields } from '../../../domain/printing/slip-fields.ts';
import { slipKinds } from '../../../domain/printing/template.ts';
import { placeholderLines } from './placeholder-lines.ts';

describe('placeholders', () => {
  it('stand below the list or the group they belong to', () => {
    const lines = placeholderLines({
      library: 'text',
      reader: { group: { name: 'text' } },
      items: { list: { title: 'text', lent: 'flag' } },
    });
    expect(lines.map(({ path, kind, depth, insert }) => [path, kind, depth, insert])).toEqual([
      ['library', 'text', 0, '{{library}}'],
      ['reader', 'group', 0, '\n{{#reader}}\n\n{{/reader}}\n'],
      ['reader.name', 'text', 1, '{{name}}'],
      ['items', 'list', 0, '\n{{#items}}\n\n{{/items}}\n'],
      ['items.title', 'text', 1, '{{title}}'],
      ['items.lent', 'flag', 1, '\n{{#lent}}\n\n{{/lent}}\n'],
    ]);
  });

  it.each(slipKinds)('of a %s slip can each be put into a wording that is right', (kind) => {
    for (const { path, insert } of placeholderLines(slipFields[kind])) {
      const sections = path.split('.').slice(0, -1);
      const opened = sections.map((name) => `{{#${name}}}\n`).join('');
      const closed = sections
        .toReversed()
        .map((name) => `\n{{/${name}}}`)
        .join('');
      const text = `Phiếu\n${opened}${insert}${closed}\n`;
      expect([path, checkTemplate({ id: `TV/${kind}`, library: 'TV', kind, text })]).toEqual([path, null]);
    }
  });
});
