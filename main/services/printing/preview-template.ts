import { checkTemplate } from '../../../domain/printing/check-template.ts';
import { sampleSlip } from '../../../domain/printing/sample-data.ts';
import type { SlipTemplate } from '../../../domain/printing/template.ts';
import type { TemplatePreview } from '../../../contract/workstation/admin.ts';
import type { DeviceHost } from '../../devices/device-host.ts';
import { slipDocument } from './slip-document.ts';

/**
 * An invented slip in a library's wording, as this station's printer would print it; or the first line that is wrong.
 * `not-drawn` in line 0: nothing is wrong with the wording, but the picture could not be made.
 */
export async function previewTemplate(
  { draw }: Pick<DeviceHost, 'draw'>,
  template: SlipTemplate,
): Promise<TemplatePreview> {
  const fault = checkTemplate(template);
  if (fault) return { ok: false, ...fault };
  const data = sampleSlip(template.kind);
  const png = await draw(slipDocument({ data, template: template.text }, false));
  return png ? { ok: true, image: png.toString('base64') } : { ok: false, line: 0, fault: 'not-drawn' };
}
