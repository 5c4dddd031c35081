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
  /** Widest a QR code may be, with the white around it. */
  readonly qrWidth: number;
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
    // Two thirds of the paper: larger is no easier to read, and wastes paper.
    qrWidth: (dots * 2) / 3,
    text: (size, bold) => textStyle(sizes[size], bold),
  };
}

/** Dots of a millimetre on office paper: 300 dpi, which every office printer makes crisp. */
export const pageDots = 300 / 25.4;

/** The text area of an office page, `width` dots wide. 44 dots are 10.5 point. */
export function pageSheet(width: number): Sheet {
  const sizes = { small: 36, body: 44, title: 60 };
  return {
    width,
    margin: 0,
    top: 0,
    bottom: 0,
    gap: 30,
    ruleSpace: 15,
    pairGap: 30,
    barcodeHeight: 140,
    barcodeSpace: 14,
    qrWidth: Math.round(45 * pageDots),
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
