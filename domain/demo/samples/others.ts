import { commandPrefix } from '../../identifiers/commands.ts';
import type { DemoSample } from './sample.ts';

/** A prefix that no register has. */
const unknownCode = 'KX.999999';

/**
 * The text of a citizen card's QR in the order of `reference/vietnam.md` §1.1, of a person who does not exist and
 * who is no reader: "Thử" means test, and no commune is called Thử Nghiệm.
 */
const citizenCard =
  '024090001234||NGUYỄN VĂN THỬ|01011990|Nam|Thôn Thử, Xã Thử Nghiệm, Tỉnh Bắc Ninh|15042021';

/** Codes that are neither a card nor a copy of the library. */
export const otherSamples: readonly DemoSample[] = [
  { code: unknownCode, kind: 'other', trait: 'unknown', label: unknownCode, detail: '' },
  {
    code: citizenCard,
    kind: 'other',
    trait: 'citizen-card',
    label: 'Nguyễn Văn Thử',
    detail: 'Căn cước minh họa, người không có thật',
  },
  command('KETTHUC', 'finish-command', 'Kết thúc lượt'),
  command('HUY', 'undo-command', 'Hoàn tác lượt vừa làm'),
];

function command(word: string, trait: DemoSample['trait'], detail: string): DemoSample {
  const code = `${commandPrefix}${word}`;
  return { code, kind: 'other', trait, label: code, detail };
}
