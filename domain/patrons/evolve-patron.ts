import type { Fact } from '../facts/fact.ts';
import type { Message } from './message.ts';
import type { Patron } from './patron.ts';

/** Applies one fact to a reader: for each key the latest amendment stands. */
export function evolvePatron(patron: Patron | null, fact: Fact): Patron | null {
  if (fact.kind === 'patron.registered') return patron ?? fact.body.patron;
  if (!patron || fact.kind !== 'patron.amended') return patron;
  return { ...patron, ...fact.body.changes };
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
