import mustache from 'mustache';
import type { TemplateSpans } from 'mustache';

/** What can be wrong with a template. Screens have the words: `docs/slips.md` lists them. */
export type TemplateFault =
  | 'empty'
  | 'too-long'
  | 'too-many-lines'
  | 'wrong-id'
  | 'unclosed-tag'
  | 'unclosed-section'
  | 'unopened-section'
  | 'forbidden-tag'
  | 'unknown-placeholder'
  | 'not-text'
  | 'too-many-columns'
  | 'pair-style'
  | 'no-value';

/** Where a template stops being usable. `fault` is a `TemplateFault`, then `: ` and the name it is about, if any. */
export interface FaultyTemplate {
  readonly ok: false;
  /** Counts from 1. */
  readonly line: number;
  readonly fault: string;
}

/** Mustache text inside one line: sections in it end in it. */
export interface TemplatePart {
  readonly text: string;
  readonly spans: TemplateSpans;
}

interface LineStyle {
  readonly size: 'small' | 'body' | 'title';
  readonly align: 'left' | 'center';
  readonly bold: boolean;
}

type Markup =
  | { readonly kind: 'gap' | 'rule' }
  | { readonly kind: 'text'; readonly style: LineStyle; readonly text: TemplatePart }
  | {
      readonly kind: 'pair';
      readonly bold: boolean;
      readonly left: TemplatePart;
      readonly right: TemplatePart;
    }
  | { readonly kind: 'barcode' | 'qr'; readonly value: TemplatePart };

/** A template as a tree: lines, and sections that stand on lines of their own around them. */
export type TemplateNode =
  | { readonly kind: 'line'; readonly line: number; readonly markup: Markup }
  | {
      readonly kind: 'section';
      readonly line: number;
      readonly inverted: boolean;
      readonly name: string;
      readonly nodes: readonly TemplateNode[];
    };

type ParsedTemplate = { readonly ok: true; readonly nodes: readonly TemplateNode[] } | FaultyTemplate;

interface OpenSection {
  readonly line: number;
  readonly inverted: boolean;
  readonly name: string;
  readonly nodes: TemplateNode[];
}

/**
 * Reads the slip markup. It is read before any value is filled in, so a title made of `||`, `---` or `#` can never
 * become markup.
 */
export function parseTemplate(text: string): ParsedTemplate {
  const root: TemplateNode[] = [];
  const open: OpenSection[] = [];
  for (const [index, source] of linesOf(text).entries()) {
    const line = index + 1;
    const tags = tagsAlone(source.trim());
    if (tags === null) {
      const markup = markupOf(source.trim());
      if ('fault' in markup) return { ok: false, line, fault: markup.fault };
      (open.at(-1)?.nodes ?? root).push({ kind: 'line', line, markup });
    }
    for (const { sign, name } of tags ?? []) {
      if (sign === '#' || sign === '^') {
        open.push({ line, inverted: sign === '^', name, nodes: [] });
      } else if (sign === '/') {
        const section = open.pop();
        if (!section) return { ok: false, line, fault: said('unopened-section', name) };
        if (section.name !== name) return unclosed(section);
        (open.at(-1)?.nodes ?? root).push({ kind: 'section', ...section });
      }
    }
  }
  const [section] = open;
  return section ? unclosed(section) : { ok: true, nodes: root };
}

/** The lines of a template as its faults count them. A line break at the very end begins no line. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/(?:\r\n|\r|\n)$/u, '').split(/\r\n|\r|\n/u);
}

export function said(fault: TemplateFault, about: string): string {
  return `${fault}: ${about}`;
}

function unclosed({ line, name }: OpenSection): FaultyTemplate {
  return { ok: false, line, fault: said('unclosed-section', name) };
}

/** A line of nothing but section tags and comments makes no line on paper; null for any other line. */
function tagsAlone(source: string): readonly { readonly sign: string; readonly name: string }[] | null {
  if (!/^(?:\{\{\s*[#^/!][^{}]*\}\}\s*)+$/u.test(source)) return null;
  return [...source.matchAll(/\{\{\s*([#^/!])([^{}]*)\}\}/gu)].map(([, sign = '', name = '']) => ({
    sign,
    name: name.trim(),
  }));
}

interface Fault {
  readonly fault: string;
}

function markupOf(source: string): Markup | Fault {
  if (source === '') return { kind: 'gap' };
  if (/^-{3,}$/u.test(source)) return { kind: 'rule' };
  const code = /^\[(barcode|qr)\](.*)$/u.exec(source);
  if (code) return codeOf(code[1] === 'qr' ? 'qr' : 'barcode', (code[2] ?? '').trim());
  const { style, rest } = styleOf(source);
  const columns = rest.split('||').map((column) => partOf(column.trim()));
  const faulty = columns.find((column) => 'fault' in column);
  if (faulty && 'fault' in faulty) return faulty;
  const [left, right, third] = columns.filter((column) => 'spans' in column);
  if (third) return { fault: 'too-many-columns' satisfies TemplateFault };
  if (!left) return { kind: 'gap' };
  if (!right) return { kind: 'text', style, text: left };
  if (style.size !== 'body' || style.align !== 'left') return { fault: 'pair-style' satisfies TemplateFault };
  return { kind: 'pair', bold: style.bold, left, right };
}

function codeOf(kind: 'barcode' | 'qr', value: string): Markup | Fault {
  if (value === '') return { fault: 'no-value' satisfies TemplateFault };
  const part = partOf(value);
  return 'fault' in part ? part : { kind, value: part };
}

/** `# ` title · `= ` centred · `* ` bold · `~ ` small; the last three may stand together. */
function styleOf(source: string): { readonly style: LineStyle; readonly rest: string } {
  if (source.startsWith('# '))
    return { style: { size: 'title', align: 'center', bold: true }, rest: source.slice(2) };
  const signs = /^(?:[=*~] +)*/u.exec(source)?.[0] ?? '';
  return {
    style: {
      size: signs.includes('~') ? 'small' : 'body',
      align: signs.includes('=') ? 'center' : 'left',
      bold: signs.includes('*'),
    },
    rest: source.slice(signs.length),
  };
}

function partOf(text: string): TemplatePart | Fault {
  try {
    // A reader of its own: the shared one keeps every text it was ever given.
    const spans: TemplateSpans = new mustache.Writer().parse(text);
    return { text, spans };
  } catch (error) {
    return { fault: syntaxFault(error instanceof Error ? error.message : '') };
  }
}

/** Says what mustache.js 4.2.0 means by the message of the error it throws. */
function syntaxFault(message: string): string {
  const [, problem, name] = /^(Unclosed|Unopened) section "(.*)"/u.exec(message) ?? [];
  if (problem === 'Unclosed') return said('unclosed-section', name ?? '');
  if (problem === 'Unopened') return said('unopened-section', name ?? '');
  return (message.startsWith('Unclosed tag') ? 'unclosed-tag' : 'forbidden-tag') satisfies TemplateFault;
}
