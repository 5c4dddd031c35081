import type { Command } from '../../../domain/commands.ts';
import type { Due, RestrictedPermit } from '../../../domain/facts/bodies/loans.ts';
import type { Check } from '../../../domain/policy/checks.ts';

/** What staff say to a row that asks. */
export interface Answer {
  readonly confirmed: readonly Check[];
  readonly due: Due | null;
  readonly restricted: RestrictedPermit | null;
}

/** Questions on rows that nobody has answered yet, and papers a registration may still want. */
export interface AskedQuestions {
  ask(row: string, command: Command): void;
  /** The command with the answer in it, or null when the question is gone. Answered questions are forgotten. */
  answered(row: string, answer: Answer): Command | null;
  forget(row: string): void;
  /** Forgets every question and gives the rows that asked. */
  forgetAll(): readonly string[];
  keepPaper(row: string, text: string): void;
  paper(row: string): string | null;
  /** The row whose paper has this number in it, once: the paper has done its work and is forgotten. */
  usedPaper(number: string): string | null;
}

/** Longest a person's paper is remembered (ms), for the form that it fills in. */
const paperRemembered = 5 * 60_000;

export function askedQuestions(now: () => number = () => performance.now()): AskedQuestions {
  const questions = new Map<string, Command>();
  let paper: { readonly row: string; readonly text: string; readonly at: number } | null = null;
  return {
    ask: (row, command) => void questions.set(row, command),
    answered: (row, answer) => {
      const command = questions.get(row);
      questions.delete(row);
      return command ? withAnswer(command, answer) : null;
    },
    forget: (row) => void questions.delete(row),
    forgetAll: () => {
      const rows = [...questions.keys()];
      questions.clear();
      return rows;
    },
    keepPaper: (row, text) => {
      paper = { row, text, at: now() };
    },
    paper: (row) => (paper?.row === row && now() - paper.at < paperRemembered ? paper.text : null),
    usedPaper(number) {
      if (number === '' || !paper?.text.includes(number)) return null;
      const { row } = paper;
      paper = null;
      return row;
    },
  };
}

function withAnswer(command: Command, { confirmed, due, restricted }: Answer): Command {
  switch (command.do) {
    case 'check-out':
      return {
        ...command,
        confirmed: [...new Set([...command.confirmed, ...confirmed])],
        due: due ?? command.due,
        restricted: restricted ?? command.restricted,
      };
    case 'renew':
      return {
        ...command,
        confirmed: [...new Set([...command.confirmed, ...confirmed])],
        due: due ?? command.due,
      };
    case 'place-hold':
      return { ...command, confirmed: [...new Set([...command.confirmed, ...confirmed])] };
    default:
      return command;
  }
}
