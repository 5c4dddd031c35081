/** What the mode commands have set. */
export interface TextMode {
  readonly align: 'left' | 'center' | 'right';
  readonly bold: boolean;
  readonly underline: boolean;
  readonly inverted: boolean;
  /** A is 12 × 24 dots, B 9 × 17. */
  readonly font: 'A' | 'B';
  /** 1 to 8. */
  readonly scaleX: number;
  readonly scaleY: number;
  readonly page: number;
  /** Rows from one line to the next. */
  readonly lineSpacing: number;
}

export const startMode: TextMode = {
  align: 'left',
  bold: false,
  underline: false,
  inverted: false,
  font: 'A',
  scaleX: 1,
  scaleY: 1,
  page: 0,
  lineSpacing: 30,
};

/** One character in its fixed cell, in dots within the line. */
export interface Cell {
  readonly character: string;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly mode: TextMode;
}
