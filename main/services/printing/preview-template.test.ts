import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../../domain/printing/default-templates.ts';
import type { SlipKind } from '../../../domain/printing/template.ts';
import { slipKinds } from '../../../domain/printing/template.ts';
import type { SlipDocument } from '../../../contract/devices/slip.ts';
import { previewTemplate } from './preview-template.ts';

const template = (kind: SlipKind, text: string) => ({ id: `LIB-A/${kind}`, library: 'LIB-A', kind, text });

/** A driver process that keeps what it should draw, and answers with `picture`. */
function drawer(picture: Buffer | null) {
  const asked: SlipDocument[] = [];
  const draw = (document: SlipDocument): Promise<Buffer | null> => {
    asked.push(document);
    return Promise.resolve(picture);
  };
  return { asked, draw };
}

describe('trying a wording out', () => {
  it.each(slipKinds)('shows an invented slip in it, as the printer would print it (%s)', async (kind) => {
    const host = drawer(Buffer.from('ảnh'));
    const preview = await previewTemplate(host, template(kind, `# Thử\n${defaultTemplates[kind]}`));
    expect(preview).toStrictEqual({ ok: true, image: Buffer.from('ảnh').toString('base64') });
    expect(host.asked).toHaveLength(1);
    expect(host.asked[0]?.lines[0]).toMatchObject({ text: 'Thử' });
    expect(host.asked[0]?.lines.length).toBeGreaterThan(8);
  });

  it('says which line is wrong, and draws nothing', async () => {
    const host = drawer(Buffer.from('ảnh'));
    const preview = await previewTemplate(host, template('hold', '# Giữ chỗ\n{{name}}'));
    expect(preview).toStrictEqual({ ok: false, line: 2, fault: 'unknown-placeholder: name' });
    expect(host.asked).toStrictEqual([]);
  });

  it('says when there is no picture', async () => {
    const preview = await previewTemplate(drawer(null), template('loan', 'Xin chào'));
    expect(preview).toStrictEqual({ ok: false, line: 0, fault: 'not-drawn' });
  });
});
