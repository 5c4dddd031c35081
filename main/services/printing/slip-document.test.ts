import { describe, expect, it } from 'vitest';
import { sampleSlip } from '../../../domain/printing/sample-data.ts';
import { here } from '../../testing/small-library.ts';
import { slipDocument } from './slip-document.ts';
import { printingDesk } from './testing/printing-desk.ts';

const data = sampleSlip('loan');
const words = (template: string | null): string =>
  JSON.stringify(slipDocument({ data, template }, false).lines);

describe('a slip on its way to the printer', () => {
  it('is in the wording of the library, or in the one there always is', () => {
    expect(words(null)).toContain('PHIẾU MƯỢN');
    const own = words('# Thẻ nhớ\n{{#items}}\n{{title}}\n{{/items}}');
    expect(own).toContain('Thẻ nhớ');
    expect(own).toContain('Đất rừng phương Nam');
    expect(own).not.toContain('PHIẾU MƯỢN');
  });

  it('comes out even when the wording turns out to be faulty', () => {
    expect(words('# Hỏng {{khongCo}}')).toBe(words(null));
    expect(words('{{#items}}')).toBe(words(null));
  });

  it('says whether it is printed again', () => {
    expect(
      [true, false].map((reprint) => slipDocument({ data, template: null }, reprint).reprint),
    ).toStrictEqual([true, false]);
  });

  it('takes the wording that was saved here, for its own kind of slip only', () => {
    const desk = printingDesk();
    const entries = desk.lend('VV.1', 'THE-1');
    const id = `${here}/loan`;
    const text = '# Phiếu của thư viện\n{{#items}}\n{{barcode}}\n{{/items}}';
    desk.act({ do: 'save-template', template: { id, library: here, kind: 'loan', text } });
    const loan = desk.session('THE-1', ...entries);
    const back = desk.session(null, ...desk.takeBack('VV.1').entries);
    expect([loan.content?.template, back.content?.template]).toStrictEqual([text, null]);
  });
});
