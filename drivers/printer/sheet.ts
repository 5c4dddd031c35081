/** `baseline` is measured from the top of a line box of `lineHeight`; all in dots of 1/203 inch. */
export interface TextStyle {
  readonly size: number;
  readonly weight: 500 | 700;
  readonly lineHeight: number;
  readonly baseline: number;
}

/** The measures of one paper width, in dots. */
export interface Sheet {
  readonly width: number;
  readonly margin: number;
  readonly top: number;
  readonly bottom: number;
  readonly gap: number;
  readonly ruleSpace: number;
  readonly pairGap: number;
  readonly barcodeHeight: number;
  readonly barcodeSpace: number;
  text(size: 'small' | 'body' | 'title', bold: boolean): TextStyle;
}

/**
 * 26 dots are 3.25 mm (9 point): the smallest body size that stays open at 203 dpi under stacked Vietnamese
 * marks. 58 mm paper gives up a little size for more letters to the line.
 */
export function sheetFor(dots: 576 | 384): Sheet {
  const sizes = dots === 576 ? { small: 22, body: 26, title: 34 } : { small: 20, body: 23, title: 29 };
  return {
    width: dots,
    margin: dots === 576 ? 8 : 4,
    top: 8,
    bottom: 8,
    gap: 18,
    ruleSpace: 9,
    pairGap: 16,
    barcodeHeight: 80,
    barcodeSpace: 8,
    text: (size, bold) => textStyle(sizes[size], bold),
  };
}

/** Be Vietnam Pro reaches 1.18 em above the baseline (Ẩ, Ỗ) and 0.25 em below it (Ặ, g). */
function textStyle(size: number, bold: boolean): TextStyle {
  return {
    size,
    weight: bold ? 700 : 500,
    lineHeight: Math.round(size * 1.4),
    baseline: Math.ceil(size * 1.16),
  };
}
