import type { TemplateFault, TemplateNode } from './parse-template.ts';
import { linesOf, parseTemplate } from './parse-template.ts';
import { placeholderFault } from './placeholders.ts';
import { slipFields } from './slip-fields.ts';
import type { SlipTemplate } from './template.ts';

/** Longest template in characters, as the sync protocol carries it: twenty times the longest default. */
const longest = 8000;
/** Most lines of a template: a slip is a strip of paper, not a book. */
const mostLines = 200;

/**
 * What keeps a template from being saved, at its first faulty line (from 1): a `TemplateFault`, then `: ` and the
 * name it is about, if any. Null when every slip of its kind can be printed with it.
 */
export function checkTemplate({ id, library, kind, text }: SlipTemplate): {
  readonly line: number;
  readonly fault: string;
} | null {
  if (id !== `${library}/${kind}`) return { line: 1, fault: 'wrong-id' satisfies TemplateFault };
  if (text.length > longest)
    return { line: linesOf(text.slice(0, longest)).length, fault: 'too-long' satisfies TemplateFault };
  if (linesOf(text).length > mostLines)
    return { line: mostLines + 1, fault: 'too-many-lines' satisfies TemplateFault };
  const parsed = parseTemplate(text);
  const faulty = parsed.ok ? placeholderFault(parsed.nodes, slipFields[kind]) : parsed;
  if (faulty) return { line: faulty.line, fault: faulty.fault };
  return parsed.ok && !parsed.nodes.some(hasInk) ? { line: 1, fault: 'empty' satisfies TemplateFault } : null;
}

function hasInk(node: TemplateNode): boolean {
  return node.kind === 'section' ? node.nodes.some(hasInk) : node.markup.kind !== 'gap';
}
