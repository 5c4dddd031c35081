import type { Answer, Page, ProvinceNet } from './ports.ts';

type Changes = ProvinceNet['changes'];
type Ask = Parameters<Changes>[0];

/**
 * `changes` for one run through the feed: while a page is being written the next one is on its way. Whoever asks for
 * another one than that gets what was asked for. Not to be kept longer: a page that waits grows old.
 */
export function pagesAhead(changes: Changes): Changes {
  let ahead: { readonly ask: Ask; readonly answer: Promise<Answer<Page>> } | null = null;
  return async (ask) => {
    const answer = await (ahead && isSame(ahead.ask, ask) ? ahead.answer : changes(ask));
    ahead = null;
    if (answer.ok && answer.value.end.more) {
      const next = { ...ask, cursor: answer.value.end.cursor };
      ahead = { ask: next, answer: changes(next) };
      // Told to whoever asks for it; when nobody does any more, it is nobody's failure.
      ahead.answer.catch(() => {});
    }
    return answer;
  };
}

function isSame(one: Ask, other: Ask): boolean {
  return (
    one.epoch === other.epoch &&
    one.cursor === other.cursor &&
    one.inc === other.inc &&
    one.limit === other.limit &&
    one.filling === other.filling
  );
}
