import type { Fact } from '../facts/fact.ts';
import type { Exception } from './exception.ts';

/** Applies one fact to an exception: of several resolutions the latest stands. Foreign facts change nothing. */
export function evolveException(exception: Exception, fact: Fact): Exception {
  if (fact.kind !== 'exception.resolved' || fact.body.exception !== exception.id) return exception;
  const { resolution, note, library } = fact.body;
  const { id, at, actor, desk, station } = fact;
  return { ...exception, resolved: { fact: id, resolution, note, at, by: actor, desk, station, library } };
}
