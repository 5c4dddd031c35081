import type { Field, Fields } from '../../../domain/printing/slip-fields.ts';

/** One placeholder of a slip: what is typed for it, and how deep it stands in lists and groups. */
export interface PlaceholderLine {
  readonly path: string;
  readonly name: string;
  readonly kind: 'text' | 'flag' | 'list' | 'group';
  readonly depth: number;
  /** What goes into the text; a section has a line of its own for what is repeated. */
  readonly insert: string;
}

/** Every placeholder of a slip in the order of its data, fields of lists and groups below them. */
export function placeholderLines(fields: Fields, depth = 0, above = ''): readonly PlaceholderLine[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = `${above}${name}`;
    const inner = fieldsIn(field);
    const line: PlaceholderLine = { path, name, kind: kindOf(field), depth, insert: insertOf(name, field) };
    return inner ? [line].concat(placeholderLines(inner, depth + 1, `${path}.`)) : [line];
  });
}

function fieldsIn(field: Field): Fields | null {
  if (typeof field === 'string') return null;
  return 'list' in field ? field.list : field.group;
}

function kindOf(field: Field): PlaceholderLine['kind'] {
  if (typeof field === 'string') return field;
  return 'list' in field ? 'list' : 'group';
}

function insertOf(name: string, field: Field): string {
  return field === 'text' ? `{{${name}}}` : `\n{{#${name}}}\n\n{{/${name}}}\n`;
}
