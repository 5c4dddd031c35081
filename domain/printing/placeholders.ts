import type { TemplateSpans } from 'mustache';
import type { FaultyTemplate, TemplateFault, TemplateNode, TemplatePart } from './parse-template.ts';
import { said } from './parse-template.ts';
import type { Field, Fields } from './slip-fields.ts';

/** The first tag of a template that data with these fields cannot fill, or null. */
export function placeholderFault(nodes: readonly TemplateNode[], fields: Fields): FaultyTemplate | null {
  return faultIn(nodes, [fields]);
}

/** Fields a name is looked up in, the innermost section's first. */
type Scopes = readonly Fields[];

function faultIn(nodes: readonly TemplateNode[], scopes: Scopes): FaultyTemplate | null {
  for (const node of nodes) {
    if (node.kind === 'section') {
      const field = find(node.name, scopes);
      if (field === undefined)
        return { ok: false, line: node.line, fault: said('unknown-placeholder', node.name) };
      const inner = faultIn(node.nodes, node.inverted ? scopes : within(field, scopes));
      if (inner) return inner;
      continue;
    }
    for (const { spans } of partsOf(node)) {
      const fault = spanFault(spans, scopes);
      if (fault !== null) return { ok: false, line: node.line, fault };
    }
  }
  return null;
}

function partsOf({ markup }: Extract<TemplateNode, { kind: 'line' }>): readonly TemplatePart[] {
  switch (markup.kind) {
    case 'gap':
    case 'rule':
      return [];
    case 'text':
      return [markup.text];
    case 'pair':
      return [markup.left, markup.right];
    case 'barcode':
    case 'qr':
      return [markup.value];
  }
}

function spanFault(spans: TemplateSpans, scopes: Scopes): string | null {
  for (const [type, name, , , inner] of spans) {
    if (type === 'text' || type === '!') continue;
    if (type !== 'name' && type !== '#' && type !== '^') return said('forbidden-tag', name);
    const field = find(name, scopes);
    if (field === undefined) return said('unknown-placeholder', name);
    if (type === 'name' && field !== 'text') return said('not-text' satisfies TemplateFault, name);
    if (!Array.isArray(inner)) continue;
    const fault = spanFault(inner, type === '^' ? scopes : within(field, scopes));
    if (fault !== null) return fault;
  }
  return null;
}

/** As Mustache looks a name up: the innermost section that has it; a dot goes into a group. */
function find(name: string, scopes: Scopes): Field | undefined {
  const [first = '', ...steps] = name.split('.');
  let field = own(
    scopes.find((fields) => Object.hasOwn(fields, first)),
    first,
  );
  for (const step of steps)
    field = own(typeof field === 'object' && 'group' in field ? field.group : undefined, step);
  return field;
}

function own(fields: Fields | undefined, name: string): Field | undefined {
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function within(field: Field, scopes: Scopes): Scopes {
  if (typeof field === 'string') return scopes;
  if ('group' in field) return [field.group, ...scopes];
  // A list inside itself would print four hundred loans four hundred times.
  return [field.list, ...scopes.map(withoutLists)];
}

function withoutLists(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, field]) => typeof field === 'string' || 'group' in field),
  );
}
