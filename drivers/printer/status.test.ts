import { describe, expect, it } from 'vitest';
import escpos from './escpos.vectors.json' with { type: 'json' };
import {
  automaticStatusOn,
  isStatusAnswer,
  readAutomaticStatus,
  readStatusAnswer,
  statusFromAnswers,
  statusQuestion,
} from './status.ts';
import type { StatusAnswer, StatusQuestion } from './status.ts';
import { bytesOf } from './testing/bench.ts';

const published = escpos.vectors.flatMap((vector) => {
  const question = /^DLE EOT ([1-4]) reply decode$/.exec(vector.description)?.[1];
  const bytes = [...Buffer.from(vector.hex_in ?? '', 'hex')];
  return [{ ...vector, bytes, question: Number(question) }];
});
const asked = (n: number): n is StatusQuestion => n === 1 || n === 2 || n === 3 || n === 4;

/** An answer in the vectors' own words. */
function inWords(answer: StatusAnswer): Record<string, boolean> {
  switch (answer.question) {
    case 1:
      return { drawer: answer.drawerHigh, offline: answer.offline, feed: answer.feed };
    case 2:
      return {
        cover_open: answer.coverOpen,
        feed: answer.feed,
        paper_end_stop: answer.paperEndStop,
        error: answer.error,
      };
    case 3:
      return {
        cutter_error: answer.cutter,
        unrecoverable: answer.unrecoverable,
        auto_recoverable: answer.autoRecoverable,
      };
    case 4:
      return { paper_near_end: answer.nearEnd, paper_end: answer.paperEnd };
  }
}

describe('the published status bytes', () => {
  const answers = published.filter((vector) => asked(vector.question));
  it.each(answers)('DLE EOT $question: $hex_in', ({ bytes: [byte = 0], question, fields }) => {
    if (!asked(question)) throw new Error('not a question');
    const valid = isStatusAnswer(byte, question);
    expect({ valid, ...inWords(readStatusAnswer(question, byte)) }).toEqual(fields);
  });

  const messages = published.filter((vector) => vector.description.startsWith('ASB'));
  it.each(messages)('$description', ({ bytes: [a = 0, b = 0, c = 0, d = 0], fields }) => {
    expect(readAutomaticStatus([a, b, c, d])).toEqual({
      drawerHigh: fields?.drawer,
      offline: fields?.offline,
      coverOpen: fields?.cover_open,
      feed: fields?.feed,
      cutter: fields?.cutter_error,
      unrecoverable: fields?.unrecoverable,
      autoRecoverable: fields?.auto_recoverable,
      nearEnd: fields?.near_end,
      paperEnd: fields?.paper_end,
    });
  });

  it('are all here', () => {
    expect(answers).toHaveLength(10);
    expect(messages).toHaveLength(4);
  });

  it.each([
    [1, 'DLE EOT 1 printer status'],
    [2, 'DLE EOT 2 offline cause'],
    [3, 'DLE EOT 3 error cause'],
  ] as const)('question %i is asked as published', (question, description) => {
    expect(Buffer.from(statusQuestion(question))).toEqual(Buffer.from(bytesOf(description)));
  });

  it('automatic status is switched on as it is published switched off', () => {
    expect([...automaticStatusOn.subarray(0, 2)]).toEqual([...bytesOf('disable ASB').subarray(0, 2)]);
  });
});

describe('what answers add up to', () => {
  it('is well when nothing was answered', () => {
    expect(statusFromAnswers([])).toEqual({
      online: true,
      paper: 'ok',
      cover: 'closed',
      error: false,
      drawerHigh: false,
    });
  });

  it('is out of paper whichever sensor says so', () => {
    const stopped = [readStatusAnswer(2, 0x32), readStatusAnswer(4, 0x1e)];
    expect(statusFromAnswers(stopped).paper).toBe('out');
    expect(statusFromAnswers(stopped.toReversed()).paper).toBe('out');
    expect(statusFromAnswers([readStatusAnswer(4, 0x7e)]).paper).toBe('out');
    expect(statusFromAnswers([readStatusAnswer(4, 0x1e)]).paper).toBe('near-end');
  });

  it('names cover, error and offline apart', () => {
    const status = statusFromAnswers([readStatusAnswer(1, 0x1a), readStatusAnswer(2, 0x16)]);
    expect(status).toEqual({ online: false, paper: 'ok', cover: 'open', error: false, drawerHigh: false });
    expect(statusFromAnswers([readStatusAnswer(3, 0x1a)]).error).toBe(true);
    expect(statusFromAnswers([readStatusAnswer(2, 0x52)]).error).toBe(true);
  });
});
