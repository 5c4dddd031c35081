import { describe, expect, it } from 'vitest';
import { readCodes } from './read-codes.ts';

describe('readCodes', () => {
  it('reads what lists, spreadsheets and mails look like', () => {
    expect(readCodes('VV.1\r\nVV.2\n\n VV.3 \tVV.4,VV.5; VV.6')).toEqual([
      'VV.1',
      'VV.2',
      'VV.3',
      'VV.4',
      'VV.5',
      'VV.6',
    ]);
    expect(readCodes('"VV.1"\n"VV 2"')).toEqual(['VV.1', 'VV 2']);
  });

  it('keeps order and repetitions, and finds nothing in nothing', () => {
    expect(readCodes('B\nA\nB')).toEqual(['B', 'A', 'B']);
    expect(readCodes(' \n;,\t')).toEqual([]);
  });
});
