import { describe, expect, it } from 'vitest';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { notice } from '../../../domain/circulation/decision.ts';
import { reason } from '../../../domain/outcome.ts';
import { namespaces, startLanguages } from '../../i18n/start.ts';
import { announce, handOverWords, promisedDue, rowCode, rowWord } from './row-word.ts';
import { testRow } from './test-row.ts';

const t = startLanguages('vi').getFixedT('vi', namespaces);
const word = (changes: Partial<DeskRow>) => rowWord(t, testRow(changes));
const acts = [
  'patron',
  'checkout',
  'return',
  'renewal',
  'hold',
  'money',
  'item',
  'reader',
  'message',
  'undo',
  'settings',
  'paper',
  'unknown',
  'unreadable',
] as const satisfies readonly DeskRow['act'][];
const states = ['pending', 'done', 'routed', 'question', 'refused', 'noted'] as const;

const held = testRow({
  act: 'return',
  state: 'routed',
  holdsLine: true,
  route: { to: 'hold-shelf', hold: 'h', patron: 'p', until: '2026-12-06' },
  findings: [
    notice(reason('LT-1308', { parts: '1 đĩa CD' })),
    notice(reason('LT-1303', { name: 'Bạn đọc Thử', card: 'BN-1', until: '2026-12-06' })),
  ],
});

describe('rowWord', () => {
  it('has a word for every act in every state', () => {
    for (const act of acts)
      for (const state of states) {
        const text = word({ act, state });
        expect(text, `${act} ${state}`).not.toBe('');
        expect(text, `${act} ${state}`).not.toContain('rows.word');
      }
  });

  it('tells what was done from what is asked and what was refused', () => {
    expect(word({ state: 'done' })).toBe('Đã ghi mượn');
    expect(word({ state: 'question' })).toBe('Cần xác nhận');
    expect(word({ state: 'refused' })).toBe('Không cho mượn');
    expect(word({ act: 'unknown', state: 'question' })).toBe('Mã lạ');
    expect(word({ act: 'reader', state: 'question' })).toBe('Giấy tờ chưa đăng ký');
  });

  it('says where a returned copy goes', () => {
    expect(rowWord(t, held)).toBe('Giữ cho người đặt');
    const home = { to: 'library', library: 'lib-2', hold: null } as const;
    expect(word({ act: 'return', state: 'routed', route: home })).toBe('Chuyển đi');
  });

  it('names outcomes that act and state alone would not', () => {
    const findings = [notice(reason('LT-1301'))];
    expect(word({ act: 'return', state: 'routed', findings })).toBe('Không có lượt mượn');
  });
});

describe('handOverWords', () => {
  it('shouts whom or where, whatever else was found', () => {
    expect(handOverWords(t, held)).toBe('GIỮ CHO Bạn đọc Thử');
    const sent = testRow({
      route: { to: 'library', library: 'lib-2', hold: null },
      findings: [notice(reason('LT-1302', { library: 'Thư viện Thử' }))],
    });
    expect(handOverWords(t, sent)).toBe('CHUYỂN ĐẾN Thư viện Thử');
    expect(handOverWords(t, testRow())).toBeNull();
  });
});

describe('what a row shows', () => {
  const loan = { id: 'l', due: '2026-11-22T16:00:00+07:00', renewals: 0 };

  it('promises a due date only of what happened, with the time of an hour loan', () => {
    expect(promisedDue(testRow({ loan }))).toBe('16:00 22/11/2026');
    expect(promisedDue(testRow({ loan, state: 'refused' }))).toBeNull();
    expect(promisedDue(testRow({ loan, act: 'return' }))).toBeNull();
  });

  it('shows the card of a reader, never what was read from a paper', () => {
    const patron = { id: 'p', card: 'BN-1', name: 'Bạn đọc Thử' };
    expect(rowCode(testRow({ act: 'patron', patron, text: '001234567890' }))).toBe('BN-1');
    expect(rowCode(testRow({ act: 'money', patron, text: '' }))).toBe('BN-1');
    expect(rowCode(testRow({ text: 'VV.1' }))).toBe('VV.1');
  });

  it('is told to a screen reader in one sentence', () => {
    expect(announce(t, held)).toBe('Giữ cho người đặt, VV.004512, GIỮ CHO Bạn đọc Thử');
  });
});
