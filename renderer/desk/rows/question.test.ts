import { describe, expect, it } from 'vitest';
import type { DeskRow, RowQuestion } from '../../../contract/workstation/desk.ts';
import { keepsTheCopy, keyedRows, missingFields, nothingTyped, questionKind } from './question.ts';
import { testRow } from './test-row.ts';

const asks = (question: Partial<RowQuestion>, row: Partial<DeskRow> = {}): DeskRow =>
  testRow({
    state: 'question',
    question: { confirm: [], lacking: [], wants: [], fastAdd: false, ...question },
    ...row,
  });

describe('questionKind', () => {
  it.each([
    [['limit'], 'lend'],
    [['on-loan-to-other'], 'returnThenLend'],
    [['parts'], 'partsThere'],
    [['damaged'], 'repaired'],
    [['parts', 'limit'], 'lend'],
    [['limit', 'on-loan-to-other'], 'returnThenLend'],
    [['limit', 'on-loan-to-same'], 'renewSame'],
    [['waiting-for-other'], 'lend'],
  ] as const)('%j asks to %s', (confirm, kind) => {
    expect(questionKind(asks({ confirm }))).toBe(kind);
  });

  it('tells renewals, holds, unknown codes and papers apart', () => {
    expect(questionKind(asks({ confirm: ['renewal-limit'] }, { act: 'renewal' }))).toBe('renew');
    expect(questionKind(asks({ confirm: ['card-expired'] }, { act: 'hold' }))).toBe('hold');
    expect(questionKind(asks({ fastAdd: true }, { act: 'unknown' }))).toBe('fast-add');
    expect(questionKind(testRow({ act: 'reader', state: 'question' }))).toBe('register');
    expect(questionKind(asks({ confirm: ['not-for-loan'], wants: ['due'] }))).toBe('lendUntil');
  });

  it('is nothing once the row is answered, and where the catalogue is not here yet', () => {
    expect(questionKind(testRow({ state: 'refused' }))).toBeNull();
    expect(questionKind(testRow({ act: 'unknown', state: 'question' }))).toBeNull();
    expect(questionKind(testRow({ act: 'reader', state: 'done' }))).toBeNull();
  });
});

describe('keepsTheCopy', () => {
  it('says “keep it back” only where the copy would leave', () => {
    expect(keepsTheCopy(asks({ confirm: ['limit'] }))).toBe(true);
    expect(keepsTheCopy(asks({ confirm: ['on-loan-to-same'] }))).toBe(false);
    expect(keepsTheCopy(asks({ confirm: ['renewal-limit'] }, { act: 'renewal' }))).toBe(false);
  });
});

describe('missingFields', () => {
  it('lists what a yes still lacks', () => {
    expect(missingFields({ wants: ['due', 'restricted'] }, nothingTyped, null)).toEqual([
      'due',
      'letter',
      'approver',
    ]);
    const typed = { ...nothingTyped, letter: '12/GGT', approver: ' ' };
    expect(missingFields({ wants: ['due', 'restricted'] }, typed, '2026-12-06')).toEqual(['approver']);
    expect(missingFields({ wants: [] }, nothingTyped, null)).toEqual([]);
  });
});

describe('keyedRows', () => {
  it('gives the keys to the newest question and act, and to the hand-over that holds the line', () => {
    const rows = [
      testRow({ id: 'waits', state: 'pending' }),
      asks({ confirm: ['limit'] }, { id: 'new question' }),
      testRow({ id: 'hand-over', state: 'routed', holdsLine: true, undo: 'act 2' }),
      asks({ confirm: ['limit'] }, { id: 'old question' }),
      testRow({ id: 'old act', undo: 'act 1' }),
    ];
    expect(keyedRows(rows)).toEqual({
      question: 'new question',
      handover: 'hand-over',
      undo: 'hand-over',
      waiting: 1,
    });
    expect(keyedRows([])).toEqual({ question: null, handover: null, undo: null, waiting: 0 });
  });

  it('lets a paper ask no more once its reader is registered', () => {
    const paper = testRow({ id: 'paper', act: 'reader', state: 'question' });
    expect(keyedRows([paper]).question).toBe('paper');
    expect(keyedRows([testRow({ act: 'reader' }), paper]).question).toBeNull();
  });

  it('counts nothing as waiting while the line is free', () => {
    expect(keyedRows([testRow({ state: 'pending' })]).waiting).toBe(0);
  });
});
