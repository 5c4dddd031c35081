import type { Fact } from '../facts/fact.ts';
import type { Message } from './message.ts';
import type { Consent, Patron } from './patron.ts';

/**
 * Applies one fact to a reader: for each key the latest amendment stands. Consents are a ledger: an amendment made
 * without knowing of another desk's line takes none away.
 */
export function evolvePatron(patron: Patron | null, fact: Fact): Patron | null {
  if (fact.kind === 'patron.registered') return patron ?? fact.body.patron;
  if (!patron || fact.kind !== 'patron.amended') return patron;
  const { changes } = fact.body;
  if (changes.consents === undefined) return { ...patron, ...changes };
  return { ...patron, ...changes, consents: withLines(patron.consents, changes.consents) };
}

function withLines(known: readonly Consent[], more: readonly Consent[]): readonly Consent[] {
  const text = (line: Consent): string =>
    JSON.stringify([line.purpose, line.granted, line.text, line.at, line.by, line.agreed]);
  const there = known.map(text);
  const added = more.filter((line) => {
    const place = there.indexOf(text(line));
    if (place >= 0) there.splice(place, 1);
    return place < 0;
  });
  return [...known, ...added];
}

export function evolveMessage(message: Message | null, fact: Fact): Message | null {
  if (fact.kind === 'message.added') {
    const { about, library, text, until } = fact.body;
    return (
      message ?? { id: fact.id, about, library, text, until, at: fact.at, by: fact.actor, endedAt: null }
    );
  }
  if (!message || fact.kind !== 'message.ended') return message;
  return { ...message, endedAt: message.endedAt ?? fact.at };
}
