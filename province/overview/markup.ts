/** A piece of HTML whose text parts are already escaped. */
export interface Markup {
  readonly html: string;
}

type Insertion = string | number | Markup | readonly Markup[];

/** Template tag: literal parts are HTML, every inserted text is escaped, also inside quoted attributes. */
export function html(literals: TemplateStringsArray, ...insertions: readonly Insertion[]): Markup {
  return { html: String.raw({ raw: literals }, ...insertions.map(toHtml)) };
}

function toHtml(insertion: Insertion): string {
  if (typeof insertion === 'string') return escapeText(insertion);
  if (typeof insertion === 'number') return String(insertion);
  return 'html' in insertion ? insertion.html : insertion.map((markup) => markup.html).join('');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);
}
