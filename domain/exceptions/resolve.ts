import type { Decision } from '../circulation/decision.ts';
import { done, refuse } from '../circulation/decision.ts';
import type { DeskView } from '../circulation/view.ts';
import type { ResolveException } from '../commands.ts';
import { reason } from '../outcome.ts';
import type { Exception } from './exception.ts';
import { resolutionsOf } from './resolutions.ts';

/** Letters of a note that says what was done; a longer one belongs in a letter. */
const longestNote = 500;

/**
 * Says that an exception is dealt with. What was done about it is in other facts; this one closes it, here at once and
 * everywhere with the next sync. LT-1912 to LT-1914 where it is not this library's, is dealt with already, or nobody
 * could have done that about it.
 */
export function decideResolve(
  view: DeskView,
  { exception: id, resolution, note }: ResolveException,
): Decision {
  const exception = view.exception(id);
  if (exception === null || !isOfLibrary(exception, view.library)) return refuse(reason('LT-1912'));
  if (exception.resolved !== null) {
    const { desk, at } = exception.resolved;
    return refuse(reason('LT-1913', { desk, at }));
  }
  if (!resolutionsOf(exception.rule).includes(resolution)) return refuse(reason('LT-1914'));
  if (note.trim().length > longestNote) return refuse(reason('LT-1812'));
  const { stream } = exception;
  return done([
    {
      kind: 'exception.resolved',
      body: { exception: id, stream, library: view.library, resolution, note: note.trim() },
    },
  ]);
}

/** Whether the desks of a library are asked to look at it. One that names no library is for whoever looks. */
export function isOfLibrary({ libraries }: Pick<Exception, 'libraries'>, library: string): boolean {
  return libraries.length === 0 || libraries.includes(library);
}
