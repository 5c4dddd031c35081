import { defaultTemplates } from '../../../domain/printing/default-templates.ts';
import { renderSlip } from '../../../domain/printing/render.ts';
import type { SlipDocument } from '../../../contract/devices/slip.ts';
import type { SlipContent } from './slip-content.ts';

/**
 * A slip as lines for the printer, in the library's own wording where it has one. A wording is checked before it is
 * saved; should one be faulty all the same, the slip comes out in the default wording rather than not at all.
 */
export function slipDocument({ data, template }: SlipContent, reprint: boolean): SlipDocument {
  const own = template === null ? null : renderSlip(template, data);
  if (own?.ok) return { reprint, lines: own.lines };
  const rendered = renderSlip(defaultTemplates[data.kind], data);
  if (!rendered.ok) throw new Error(`Default ${data.kind} slip, line ${rendered.line}: ${rendered.fault}`);
  return { reprint, lines: rendered.lines };
}
