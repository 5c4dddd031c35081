import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTemplates } from './default-templates.ts';
import { renderSlip } from './render.ts';
import { sampleSlip } from './sample-data.ts';
import type { LoanSlipData, PaymentSlipData, SlipData } from './slip-data.ts';
import type { SlipLine } from './slip-line.ts';
import type { SlipKind } from './template.ts';

function lines(template: string, data: SlipData): readonly SlipLine[] {
  const rendered = renderSlip(template, data);
  if (!rendered.ok) throw new Error(`line ${rendered.line}: ${rendered.fault}`);
  return rendered.lines;
}

/** What is written on a slip, pairs with a bar between their parts. */
function written(template: string, data: SlipData): readonly string[] {
  return lines(template, data).map((line) => {
    switch (line.kind) {
      case 'text':
        return line.text;
      case 'pair':
        return `${line.left} | ${line.right}`;
      case 'barcode':
      case 'qr':
        return line.value;
      case 'rule':
      case 'gap':
        return line.kind;
    }
  });
}

function sampleLoan(): LoanSlipData {
  const data = sampleSlip('loan');
  if (data.kind !== 'loan') throw new Error('not a loan slip');
  return data;
}

function samplePayment(): PaymentSlipData {
  const data = sampleSlip('payment');
  if (data.kind !== 'payment') throw new Error('not a receipt');
  return data;
}

describe('the markup', () => {
  const plain = { kind: 'text', size: 'body', align: 'left', bold: false } as const;

  it.each<readonly [string, readonly SlipLine[]]>([
    ['Xin chào', [{ ...plain, text: 'Xin chào' }]],
    ['# Phiếu', [{ ...plain, text: 'Phiếu', size: 'title', align: 'center', bold: true }]],
    ['= Giữa', [{ ...plain, text: 'Giữa', align: 'center' }]],
    ['* Đậm', [{ ...plain, text: 'Đậm', bold: true }]],
    ['~ Nhỏ', [{ ...plain, text: 'Nhỏ', size: 'small' }]],
    ['= * Giữa và đậm', [{ ...plain, text: 'Giữa và đậm', align: 'center', bold: true }]],
    ['trái || phải', [{ kind: 'pair', left: 'trái', right: 'phải', bold: false }]],
    ['* trái || phải', [{ kind: 'pair', left: 'trái', right: 'phải', bold: true }]],
    ['|| phải', [{ kind: 'pair', left: '', right: 'phải', bold: false }]],
    ['---', [{ kind: 'rule' }]],
    ['  -----  ', [{ kind: 'rule' }]],
    ['', [{ kind: 'gap' }]],
    ['[barcode] {{number}}', [{ kind: 'barcode', value: 'TRAM-THU-17' }]],
    ['[qr] https://thu.example/a?b=1', [{ kind: 'qr', value: 'https://thu.example/a?b=1' }]],
    // Without the space it is text, as somebody meant it who wrote a number or a hyphenated word.
    ['#1', [{ ...plain, text: '#1' }]],
    ['--- hết ---', [{ ...plain, text: '--- hết ---' }]],
  ])('%j', (template, expected) => {
    expect(lines(template, sampleLoan())).toStrictEqual(expected);
  });

  it('leaves a line out whose placeholders are all empty, and keeps an empty line', () => {
    const data = { ...sampleLoan(), address: '', charged: '', reader: null };
    const template =
      '{{address}}\n\n{{charged}} || {{address}}\n* {{reader.name}} || {{reader.card}}\nHết {{charged}}';
    expect(written(template, data)).toStrictEqual(['gap', 'Hết']);
  });

  it('repeats for a list, chooses by yes and no, and sees what is outside', () => {
    const template =
      '{{#items}}\n{{no}}/{{total}}{{#renewed}} gia hạn{{/renewed}}{{^renewed}} mới{{/renewed}}\n{{/items}}\n' +
      '{{^provisional}}\nxong\n{{/provisional}}\n{{#charged}}\nnợ\n{{/charged}}\n{{^charged}}\nkhông nợ\n{{/charged}}';
    expect(written(template, sampleLoan())).toStrictEqual(['1/3 mới', '2/3 gia hạn', '3/3 mới', 'không nợ']);
  });

  it('goes into a group that is there, and only then', () => {
    const template = '{{#reader}}\n{{name}}\n{{/reader}}\n{{^reader}}\nkhông thẻ\n{{/reader}}';
    expect(written(template, sampleLoan())).toStrictEqual(['Bạn Đọc Thử']);
    expect(written(template, { ...sampleLoan(), reader: null })).toStrictEqual(['không thẻ']);
  });

  it('reads no letter as HTML', () => {
    const library = `Thư viện "A" & 'B' <C> / \`D\``;
    expect(written('{{library}}', { ...sampleLoan(), library })).toStrictEqual([library]);
  });
});

describe('a value', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '--- || #1',
      '---',
      '# A',
      '* A',
      '~ A',
      '= A',
      '[qr] A',
      '[barcode] A',
      '||',
      'a\n---\nb',
      '{{library}}',
    ),
    fc
      .array(fc.constantFrom('#', '||', '---', '\n', '[qr] ', ' ', '{{', '}}', 'x', '= '), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => `x${parts.join('')}`),
  );

  it('is never markup, whatever a book is called', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, name) => {
        const data = sampleLoan();
        const named = {
          ...data,
          library: title,
          reader: { name, card: title },
          items: data.items.map((item) => ({ ...item, title, barcode: name })),
        };
        const shape = (of: LoanSlipData) => lines(defaultTemplates.loan, of).map(({ kind }) => kind);
        expect(shape(named)).toStrictEqual(shape(data));
        const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
        expect(written('{{library}}', named)).toStrictEqual([flat(title)]);
        expect(written('{{library}} || {{reader.name}}', named)).toStrictEqual([
          `${flat(title)} | ${flat(name)}`,
        ]);
      }),
    );
  });
});

describe('the templates there are', () => {
  it.each<readonly [SlipKind, readonly string[]]>([
    [
      'loan',
      [
        'Thư viện Thử nghiệm A',
        'PHIẾU MƯỢN',
        '22/11/2026 14:02 | Quầy thử',
        'Bạn Đọc Thử | THU-00012345',
        'rule',
        '1. Dế Mèn phiêu lưu ký',
        'THU.000001 | Hạn trả 06/12/2026',
        '2. Tuyển tập truyện ngắn Việt Nam hiện đại dành cho thiếu nhi, tập 2',
        'THU.000002 | Gia hạn · Hạn trả 13/12/2026',
        '3. Đất rừng phương Nam',
        'THU.000003 | Hạn trả 22/11/2026 16:30',
        'rule',
        'Tổng số: 3 tài liệu',
        'Vui lòng trả đúng hạn và giữ gìn tài liệu. Cảm ơn bạn đọc.',
        'Đã ghi ở quầy; tỉnh nhận sau. Hạn trả trên phiếu vẫn có giá trị.',
        'gap',
        'TRAM-THU-17',
      ],
    ],
    [
      'return',
      [
        'Thư viện Thử nghiệm A',
        'PHIẾU TRẢ',
        '22/11/2026 14:02 | Quầy thử',
        'rule',
        '1. Dế Mèn phiêu lưu ký',
        'THU.000001 | Đã trả',
        '2. Đất rừng phương Nam',
        'THU.000003 | Đã trả',
        'Bồi thường quá hạn | 5.000 đ',
        'rule',
        'Tổng số: 2 tài liệu',
        'Bồi thường quá hạn | 5.000 đ',
        'Tỉnh đã xác nhận.',
        'gap',
        'TRAM-THU-17',
      ],
    ],
    [
      'hold',
      [
        'Thư viện Thử nghiệm A',
        'GIỮ CHO BẠN ĐỌC',
        'Bạn Đ. T.',
        '…2345',
        'Giữ đến hết ngày 12/12/2026',
        'rule',
        'Dế Mèn phiêu lưu ký',
        'Tô Hoài',
        '895.9223 D250M',
        'ĐKCB THU.000001',
        'gap',
        'THU.000001',
        '22/11/2026 14:02 · Quầy thử',
      ],
    ],
    [
      'transit',
      [
        'CHUYỂN ĐẾN',
        'Thư viện Thử nghiệm B',
        'Từ | Thư viện Thử nghiệm A',
        'Gửi lúc | 22/11/2026 14:02',
        'Giữ cho | Bạn Đ. T. …2345',
        'rule',
        'Dế Mèn phiêu lưu ký',
        'Tô Hoài',
        '895.9223 D250M',
        'ĐKCB THU.000001',
        'gap',
        'THU.000001',
      ],
    ],
    [
      'payment',
      [
        'Thư viện Thử nghiệm A',
        'Số 1 đường Thử Nghiệm',
        'PHIẾU THU TẠM',
        'Số TRAM-THU/2026/T0000012',
        '22/11/2026 14:02 | Quầy thử',
        'Người nộp | Bạn Đọc Thử',
        'Số thẻ | THU-00012345',
        'rule',
        '1. Phí | 40.000 đ',
        'Phí làm thẻ',
        'Nghị quyết Thử nghiệm số 00/0000',
        '2. Bồi thường · Quá hạn | 5.000 đ',
        'Dế Mèn phiêu lưu ký',
        'rule',
        'Tổng cộng | 45.000 đ',
        'Bằng chữ: Bốn mươi lăm nghìn đồng',
        'Hình thức | Tiền mặt',
        'Khách đưa | 50.000 đ',
        'Trả lại | 5.000 đ',
        'Phiếu tạm: số chính thức có khi nối được máy chủ tỉnh.',
        'Đã ghi ở quầy; tỉnh nhận sau.',
        'gap',
        'Người nộp tiền | Người thu tiền',
        'gap',
        'gap',
        'gap',
        'TRAM-THU-17',
      ],
    ],
  ])('say everything on a slip of their kind (%s)', (kind, expected) => {
    expect(written(defaultTemplates[kind], sampleSlip(kind))).toStrictEqual(expected);
  });

  it('say what a transfer, a refund and a payment taken back are', () => {
    const data = {
      ...samplePayment(),
      cash: false,
      tendered: '',
      change: '',
      transfer: true,
      bill: 'LT00012',
    };
    const receipt = (more: Partial<PaymentSlipData>) =>
      written(defaultTemplates.payment, { ...data, ...more });
    expect(receipt({ reported: true })).toEqual(
      expect.arrayContaining([
        'PHIẾU THU TẠM',
        'Hình thức | Chuyển khoản',
        'Mã chuyển khoản | LT00012',
        'Khách báo đã chuyển. Thư viện sẽ đối chiếu với ngân hàng.',
      ]),
    );
    expect(receipt({}).join()).not.toMatch(/Khách|Tiền mặt|ĐÃ HỦY/u);
    expect(receipt({ bounced: true })).toContain('Ngân hàng chưa nhận được tiền.');
    const refund = receipt({ refund: true, provisional: false, transfer: false, cash: true });
    expect(refund).toEqual(expect.arrayContaining(['PHIẾU CHI', 'Người nhận | Bạn Đọc Thử']));
    expect(refund.join()).not.toMatch(/tạm|Người nộp|Trả lại/u);
    expect(receipt({ reversed: true })).toContain('ĐÃ HỦY');
  });

  it('say where a travelling copy goes and why', () => {
    const data = sampleSlip('transit');
    if (data.kind !== 'transit') throw new Error('not a transit slip');
    expect(written(defaultTemplates.transit, data)).toContain('Giữ cho | Bạn Đ. T. …2345');
    const home = written(defaultTemplates.transit, { ...data, hold: null, home: true });
    expect(home).toContain('Trả về thư viện sở hữu');
    expect(home.join()).not.toContain('Giữ cho');
  });
});
