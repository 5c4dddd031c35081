import type {
  AddMessage,
  AmendPatron,
  BlockPatron,
  EndMessage,
  RecordConsent,
  RecordExemption,
  RenewCard,
  ReplaceCard,
  SetCardLost,
} from '../commands.ts';
import type { Decision } from '../circulation/decision.ts';
import { done, notice, refuse } from '../circulation/decision.ts';
import type { DeskView } from '../circulation/view.ts';
import type { FactDraft } from '../facts/fact.ts';
import type { PatronAmended } from '../facts/bodies/patrons.ts';
import { isLegalGround } from '../money/legal-grounds.ts';
import type { Reason } from '../outcome.ts';
import { reason } from '../outcome.ts';
import { cardFee } from './card-fee.ts';
import type { Patron } from './patron.ts';
import {
  aliasProblems,
  cardProblems,
  cardValidity,
  categoryOf,
  categoryProblems,
  guardianProblems,
  personProblems,
} from './register.ts';

/** Longest text staff may write about a reader or a copy: what a slip and a row can show. */
const longestNote = 500;

/** Corrects what is written about a reader. */
export function decideAmend(view: DeskView, { patron: id, changes, note }: AmendPatron): Decision {
  return ofPatron(view, id, (patron) => {
    if (changes.sealed !== undefined && !isOwn(view, patron)) return notHere(view, patron);
    const after = { ...patron, ...changes };
    // What is not touched may be as it is: an old record can be mended bit by bit.
    const problems = [
      ...personProblems(changes, view.today),
      ...(changes.category === undefined ? [] : categoryProblems(view.policySet(), after)),
      ...(changes.aliases === undefined ? [] : aliasProblems(view, after)),
      // A guardian who is no reader is in the sealed data, which only its key opens; it was asked for then.
      ...(changes.guarantor === undefined ? [] : guardianProblems(view, after, after.sealed !== null)),
    ];
    return problems.length > 0 ? refuse(...problems) : done([amended(id, changes, note)]);
  });
}

/** Gives the card another term. A card that is still valid loses none of its days. */
export function decideRenewCard(view: DeskView, { patron: id, feeCharge }: RenewCard): Decision {
  return ofPatron(view, id, (patron) => {
    const category = categoryOf(view.policySet(), patron.category);
    if (!category) return refuse(reason('LT-1808', { category: patron.category }));
    const from = patron.expires > view.today ? patron.expires : view.today;
    const fee = cardFee(view.policySet(), 'card', patron, view.today, feeCharge);
    // Whether the reader has a ground to pay nothing is not known here.
    if (fee.facts.length > 0 && !isOwn(view, patron)) return notHere(view, patron);
    return done([amended(id, { expires: cardValidity(category, from) }, ''), ...fee.facts], {
      findings: fee.said.map(notice),
    });
  });
}

export function decideReplaceCard(view: DeskView, ask: ReplaceCard): Decision {
  return ofPatron(view, ask.patron, (patron) => {
    const problems = cardProblems(view, ask.card, patron);
    if (problems.length > 0) return refuse(...problems);
    const aliases = [...new Set([...patron.aliases, ask.oldAlias])];
    const fee = cardFee(view.policySet(), 'card-replacement', patron, view.today, ask.feeCharge);
    if (fee.facts.length > 0 && !isOwn(view, patron)) return notHere(view, patron);
    return done([amended(patron.id, { card: ask.card, cardLost: false, aliases }, ''), ...fee.facts], {
      findings: fee.said.map(notice),
    });
  });
}

export function decideSetCardLost(view: DeskView, { patron: id, lost, note }: SetCardLost): Decision {
  return ofPatron(view, id, () => done([amended(id, { cardLost: lost }, note)]));
}

export function decideBlock(view: DeskView, { patron: id, until, reason: why }: BlockPatron): Decision {
  return ofPatron(view, id, () => {
    if (until === null) return done([amended(id, { block: null }, why)]);
    const problems = textProblems(why);
    if (problems.length > 0) return refuse(...problems);
    if (until !== 'endless' && until < view.today) return refuse(reason('LT-1813', { field: 'until' }));
    return done([amended(id, { block: { until, reason: why.trim(), at: view.now } }, '')]);
  });
}

/** Adds a line to the consent ledger; nothing in it is ever changed. */
export function decideConsent(view: DeskView, { patron: id, consent }: RecordConsent): Decision {
  return ofPatron(view, id, ({ consents }) => {
    const line = { ...consent, at: view.now, by: view.actor.id };
    return done([amended(id, { consents: [...consents, line] }, '')]);
  });
}

export function decideExemption(view: DeskView, { patron: id, ground, until }: RecordExemption): Decision {
  return ofPatron(view, id, (patron) => {
    if (!isOwn(view, patron)) return notHere(view, patron);
    const { exemptions } = patron;
    if (!isLegalGround(ground)) return refuse(reason('LT-1709'));
    if (until !== 'endless' && until < view.today) return refuse(reason('LT-1813', { field: 'until' }));
    const others = exemptions.filter((exemption) => exemption.ground !== ground);
    const line = { ground, until, seenAt: view.now, seenBy: view.actor.id };
    return done([amended(id, { exemptions: [...others, line] }, '')]);
  });
}

export function decideAddMessage(view: DeskView, { about, text, until }: AddMessage): Decision {
  const problems = textProblems(text);
  if (problems.length > 0) return refuse(...problems);
  if (until !== null && until < view.today) return refuse(reason('LT-1813', { field: 'until' }));
  const known = about.kind === 'patron' ? view.patron(about.patron) : view.item(about.item);
  if (!known) return refuse(reason(about.kind === 'patron' ? 'LT-1811' : 'LT-1102'));
  return done([{ kind: 'message.added', body: { about, library: view.library, text: text.trim(), until } }]);
}

export function decideEndMessage(_view: DeskView, { message }: EndMessage): Decision {
  return done([{ kind: 'message.ended', body: { message } }]);
}

function ofPatron(view: DeskView, id: string, decide: (patron: Patron) => Decision): Decision {
  const patron = view.patron(id);
  return patron ? decide(patron) : refuse(reason('LT-1811'));
}

/**
 * The stations of other libraries hold a part of what is written about a reader (`domain/scopes`). What would be
 * written over the rest of it, or depends on it, is done where all of it is known.
 */
function isOwn(view: DeskView, patron: Patron): boolean {
  return patron.library === view.library;
}

function notHere(view: DeskView, patron: Patron): Decision {
  return refuse(reason('LT-1821', { library: view.libraryName(patron.library) }));
}

function amended(patron: string, changes: PatronAmended['changes'], note: string): FactDraft {
  return { kind: 'patron.amended', body: { patron, changes, note } };
}

function textProblems(text: string): readonly Reason[] {
  const { length } = text.trim();
  return length === 0 || length > longestNote ? [reason('LT-1812')] : [];
}
