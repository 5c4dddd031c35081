import type { SlipDocument, SlipLine } from '../../../contract/devices/slip.ts';
import type { Instant } from '../../../domain/facts/fact.ts';
import type { Slip, SlipAct } from './slip-acts.ts';
import { formatDay } from '../../../contract/locales/format.ts';
import type { SlipWords } from '../../../contract/locales/slips.ts';

export interface SlipHeader {
  readonly library: string;
  readonly desk: string;
  readonly station: string;
}

/** A slip as content: what the reader takes home. The number at the end finds the slip again. */
export function slipDocument(
  slip: Slip,
  header: SlipHeader,
  words: SlipWords,
  reprint: boolean,
): SlipDocument {
  const at = slip.content[0]?.at ?? slip.createdAt;
  return {
    reprint,
    lines: [
      text(header.library, 'body', true, 'center'),
      text(slip.kind === 'loan' ? words.loanTitle : words.returnTitle, 'title', true, 'center'),
      { kind: 'pair', left: dayAndTime(at), right: header.desk, bold: false },
      ...(slip.patronName === null
        ? []
        : [{ kind: 'pair', left: slip.patronName, right: slip.patronCard ?? '', bold: true } as const]),
      { kind: 'rule' },
      ...slip.content.flatMap((act, index) => actLines(act, index + 1, words)),
      { kind: 'rule' },
      text(words.count(slip.content.length), 'body', true, 'left'),
      ...(slip.kind === 'loan' ? [text(words.loanFooter, 'small', false, 'left')] : []),
      { kind: 'gap' },
      { kind: 'barcode', value: `${header.station}-${slip.number}` },
    ],
  };
}

function actLines(act: SlipAct, number: number, words: SlipWords): SlipLine[] {
  const title = act.title === '' ? act.barcode : act.title;
  const right = act.due === null ? words.returned : `${words.due} ${formatDay(act.due)}`;
  return [
    text(`${number}. ${title}`, 'body', false, 'left'),
    {
      kind: 'pair',
      left: act.barcode,
      right: act.act === 'renewal' ? `${words.renewed} · ${right}` : right,
      bold: false,
    },
  ];
}

function text(
  value: string,
  size: 'small' | 'body' | 'title',
  bold: boolean,
  align: 'left' | 'center',
): SlipLine {
  return { kind: 'text', text: value, size, bold, align };
}

/** The local part of an instant that carries its own offset: 22/11/2026 14:02. */
function dayAndTime(at: Instant): string {
  return `${formatDay(at.slice(0, 10))} ${at.slice(11, 16)}`;
}
