import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { defaultTemplates } from './default-templates.ts';
import { renderSlip } from './render.ts';
import { sampleSlip } from './sample-data.ts';
import type { SlipKind } from './template.ts';
import { slipKinds } from './template.ts';

const check = (text: string, kind: SlipKind = 'loan') =>
  checkTemplate({ id: `LIB-A/${kind}`, library: 'LIB-A', kind, text });

describe('a template', () => {
  it.each(slipKinds)('that is printed where there is no other (%s) can be saved as it is', (kind) => {
    expect(check(defaultTemplates[kind], kind)).toBeNull();
  });

  it.each([
    ['Một dòng\n{{library', 2, 'unclosed-tag'],
    ['{{#items}}\n{{title}}', 1, 'unclosed-section: items'],
    ['{{#items}}\n{{#reader}}\n{{/items}}', 2, 'unclosed-section: reader'],
    ['Chào {{#reader}}bạn', 1, 'unclosed-section: reader'],
    ['Chào\nbạn{{/reader}}', 2, 'unopened-section: reader'],
    ['\n\n{{/items}}', 3, 'unopened-section: items'],
    ['{{#reader}}{{name}} || {{card}}{{/reader}}', 1, 'unclosed-section: reader'],
    ['{{titel}}', 1, 'unknown-placeholder: titel'],
    ['{{#itemz}}\n{{/itemz}}', 1, 'unknown-placeholder: itemz'],
    ['{{^readers}}x{{/readers}}', 1, 'unknown-placeholder: readers'],
    // The reader's name is inside `reader` only.
    ['{{name}}', 1, 'unknown-placeholder: name'],
    ['{{^reader}}\n{{name}}\n{{/reader}}', 2, 'unknown-placeholder: name'],
    ['{{until}}', 1, 'unknown-placeholder: until'],
    ['{{kind}}', 1, 'unknown-placeholder: kind'],
    ['{{}}', 1, 'unknown-placeholder: '],
    ['{{.}}', 1, 'unknown-placeholder: .'],
    ['{{constructor}}', 1, 'unknown-placeholder: constructor'],
    ['{{__proto__}}', 1, 'unknown-placeholder: __proto__'],
    ['{{library.length}}', 1, 'unknown-placeholder: library.length'],
    ['{{items.length}}', 1, 'unknown-placeholder: items.length'],
    ['{{#items}}\n{{#items}}\n{{title}}\n{{/items}}\n{{/items}}', 2, 'unknown-placeholder: items'],
    ['{{items}}', 1, 'not-text: items'],
    ['{{reader}}', 1, 'not-text: reader'],
    ['{{provisional}}', 1, 'not-text: provisional'],
    ['{{>library}}', 1, 'forbidden-tag: library'],
    ['{{{library}}}', 1, 'forbidden-tag: library'],
    ['{{&library}}', 1, 'forbidden-tag: library'],
    ['{{=<% %>=}}', 1, 'forbidden-tag: <% %>'],
    ['{{=x=}}', 1, 'forbidden-tag'],
    ['a || b || c', 1, 'too-many-columns'],
    ['# a || b', 1, 'pair-style'],
    ['= a || b', 1, 'pair-style'],
    ['~ a || b', 1, 'pair-style'],
    ['[barcode]', 1, 'no-value'],
    ['[qr]  ', 1, 'no-value'],
    ['', 1, 'empty'],
    ['\n  \n{{! ghi chú }}\n', 1, 'empty'],
    ['{{#items}}\n\n{{/items}}', 1, 'empty'],
    ['a\n'.repeat(201), 201, 'too-many-lines'],
    [`Dòng một\n${'x'.repeat(8000)}`, 2, 'too-long'],
  ])('%j is faulty in line %i: %s', (text, line, fault) => {
    expect(check(text)).toStrictEqual({ line, fault });
  });

  it('has the id that belongs to its library and kind, so that there is one of each', () => {
    const template = { library: 'LIB-A', kind: 'loan', text: defaultTemplates.loan } as const;
    expect(checkTemplate({ ...template, id: 'LIB-A/return' })).toStrictEqual({ line: 1, fault: 'wrong-id' });
    expect(checkTemplate({ ...template, id: 'LIB-B/loan' })).toMatchObject({ fault: 'wrong-id' });
  });

  it('may go into a group with a dot, and use what is outside a list in it', () => {
    expect(
      check('{{reader.name}}\n{{#items}}\n{{title}} || {{library}} {{reader.card}}\n{{/items}}'),
    ).toBeNull();
    expect(check('{{reader.phone}}')).toMatchObject({ fault: 'unknown-placeholder: reader.phone' });
  });

  it('may have the most lines and characters there can be', () => {
    expect(check('a\n'.repeat(200))).toBeNull();
    expect(check('x'.repeat(8000))).toBeNull();
  });

  it('can be printed whenever it was let through, and is refused for the same reason otherwise', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom(...slipKinds), (parts, kind) => {
        const text = parts.join('');
        const rendered = renderSlip(text, sampleSlip(kind));
        const refusal = rendered.ok ? null : { line: rendered.line, fault: rendered.fault };
        const fault = check(text, kind);
        // A template without a word prints nothing, which is no fault of printing.
        expect(refusal).toStrictEqual(fault?.fault === 'empty' ? null : fault);
      }),
      { numRuns: 2_000 },
    );
  });
});

const tags =
  '{{|}}|{{#items}}|{{/items}}|{{^reader}}|{{#reader}}|{{/reader}}|{{title}}|{{name}}|{{library}}|{{! x }}';
const piece = fc.constantFrom(...tags.split('|'), '||', '---', '# ', '* ', '[qr] ', '\n', '\r\n', ' ', 'chữ');
