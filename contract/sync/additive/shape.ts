import type { z } from 'zod';
import { toJSONSchema } from 'zod';
import { factBodySchemas } from '../fact-bodies.ts';
import {
  changeLineSchema,
  changesEndSchema,
  factEnvelopeSchema,
  helloRequestSchema,
  helloResponseSchema,
  pushLineSchema,
  pushResponseSchema,
  skipLineSchema,
} from '../protocol.ts';
import { rowSchemas } from '../rows.ts';

/** One place in what crosses the wire: its type, and whether it may be absent. */
export type Shape = Readonly<Record<string, string>>;

const wire = {
  'hello-request': helloRequestSchema,
  'hello-response': helloResponseSchema,
  'push-line': pushLineSchema,
  'push-response': pushResponseSchema,
  'change-line': changeLineSchema,
  'skip-line': skipLineSchema,
  'changes-end': changesEndSchema,
  envelope: factEnvelopeSchema,
};

/** Every key of the wire, by its path: `row/loan/due` → `string`, with `?` where a reader does without. */
export function wireShape(): Shape {
  const schemas: readonly (readonly [string, z.ZodType])[] = [
    ...Object.entries(wire),
    ...Object.entries(rowSchemas).map(([name, schema]) => [`row/${name}`, schema] as const),
    ...Object.entries(factBodySchemas).map(([name, schema]) => [`fact/${name}`, schema] as const),
  ];
  const shape: Record<string, string> = {};
  for (const [name, schema] of schemas) {
    // What zod makes is JSON Schema; only the parts of it that `Node` names are looked at.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    walk(toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node, name, shape);
  }
  return Object.fromEntries(Object.entries(shape).sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Node {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

function walk(node: Node, path: string, shape: Record<string, string>): void {
  const { enum: words, const: only, properties = {}, required = [], items, anyOf, oneOf } = node;
  for (const [key, inner] of Object.entries(properties)) {
    const name = `${path}/${key}`;
    const optional = required.includes(key) ? '' : '?';
    shape[name] = merge(shape[name], `${typesOf(inner).join('|')}${optional}`);
    walk(inner, name, shape);
  }
  for (const inner of [...(anyOf ?? []), ...(oneOf ?? []), ...(items ? [items] : [])])
    walk(inner, path, shape);
  // Words that are known: a reader that knows more has more of these lines.
  for (const word of [...(words ?? []), ...(only === undefined ? [] : [only])])
    shape[`${path}=${String(word)}`] = 'word';
}

function typesOf({ type, anyOf, oneOf }: Node): readonly string[] {
  const inner = [...(anyOf ?? []), ...(oneOf ?? [])].flatMap(typesOf);
  return [...new Set([...[type ?? []].flat(), ...inner])].sort();
}

/** A key of several alternatives: what any of them allows, and optional only where it is so in all. */
function merge(known: string | undefined, more: string): string {
  if (known === undefined) return more;
  const optional = known.endsWith('?') && more.endsWith('?') ? '?' : '';
  const types = [known, more].flatMap((one) => one.replace(/\?$/u, '').split('|'));
  return [...new Set(types.filter((type) => type !== ''))].sort().join('|') + optional;
}
