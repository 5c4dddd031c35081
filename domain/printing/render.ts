import mustache from 'mustache';
import type { FaultyTemplate, TemplateNode, TemplatePart } from './parse-template.ts';
import { parseTemplate } from './parse-template.ts';
import { placeholderFault } from './placeholders.ts';
import type { SlipData } from './slip-data.ts';
import { slipFields } from './slip-fields.ts';
import type { SlipLine } from './slip-line.ts';

type Context = InstanceType<typeof mustache.Context>;
type Writer = InstanceType<typeof mustache.Writer>;

type RenderedSlip = { readonly ok: true; readonly lines: readonly SlipLine[] } | FaultyTemplate;

/**
 * Fills a template in. A line whose placeholders are all empty is left out; an empty line of the template stays as a
 * gap. Faulty templates are refused as a whole, with the line and a fault as `checkTemplate` gives them.
 */
export function renderSlip(template: string, data: SlipData): RenderedSlip {
  const parsed = parseTemplate(template);
  if (!parsed.ok) return parsed;
  const fault = placeholderFault(parsed.nodes, slipFields[data.kind]);
  if (fault) return fault;
  return { ok: true, lines: linesIn(parsed.nodes, new mustache.Context(data), new mustache.Writer()) };
}

function linesIn(nodes: readonly TemplateNode[], context: Context, writer: Writer): readonly SlipLine[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'line') return lineOf(node, (part) => filled(part, context, writer));
    return contextsOf(node, context).flatMap((inner) => linesIn(node.nodes, inner, writer));
  });
}

/** Mustache's own meaning of a section: left out, once, or once for each of a list. */
function contextsOf(
  { name, inverted }: Extract<TemplateNode, { kind: 'section' }>,
  context: Context,
): readonly Context[] {
  const value: unknown = context.lookup(name);
  const absent = value === '' || value === false || value === null || value === undefined;
  if (Array.isArray(value)) {
    if (inverted) return value.length === 0 ? [context] : [];
    return value.map((element) => context.push(element));
  }
  if (absent || inverted) return absent === inverted ? [context] : [];
  return [typeof value === 'object' ? context.push(value) : context];
}

function filled({ text }: TemplatePart, context: Context, writer: Writer): string {
  // Paper is not HTML. The last argument of `render` is the only place to say so without changing it for others.
  return writer.render(text, context, undefined, { escape: String }).trim();
}

function lineOf(
  { markup }: Extract<TemplateNode, { kind: 'line' }>,
  fill: (part: TemplatePart) => string,
): readonly SlipLine[] {
  switch (markup.kind) {
    case 'gap':
    case 'rule':
      return [{ kind: markup.kind }];
    case 'text': {
      const text = oneLine(fill(markup.text));
      return text === '' ? [] : [{ kind: 'text', text, ...markup.style }];
    }
    case 'pair': {
      const left = oneLine(fill(markup.left));
      const right = oneLine(fill(markup.right));
      return left === '' && right === '' ? [] : [{ kind: 'pair', left, right, bold: markup.bold }];
    }
    case 'barcode':
    case 'qr': {
      const value = fill(markup.value);
      return value === '' ? [] : [{ kind: markup.kind, value }];
    }
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}
