import type { Item } from '../catalogue/catalogue.ts';
import { closedDay } from '../calendar/calendar.ts';
import { noCalendar } from '../calendar/no-calendar.ts';
import type { Decision } from '../circulation/decision.ts';
import { isInTheWay } from '../circulation/decision.ts';
import { dueDay } from '../circulation/due.ts';
import type { ItemState } from '../circulation/item-state.ts';
import { untouched } from '../circulation/item-state.ts';
import { isOpen } from '../circulation/loan.ts';
import type { Command } from '../commands.ts';
import type { CivilDate } from '../facts/fact.ts';
import { isPermitted } from '../circulation/findings.ts';
import { depositHeld } from '../money/debt.ts';
import { cashIn } from '../money/drawers.ts';
import { policyInForce } from '../policy/resolve.ts';
import { checks } from '../policy/checks.ts';
import type { World, WorldDesk } from '../world/world.ts';

/** What can never be of the rows of one history: a sentence for everything that is. */
export function illegalStates(world: World): readonly string[] {
  const { rows } = world;
  return [
    ...rows.all('item').flatMap((item) => itemFaults(world, item)),
    ...rows.all('hold').flatMap(({ id, state }) => {
      if (state.status !== 'waiting' && state.status !== 'in-transit') return [];
      const copy = stateOf(world, state.item);
      const wanted = state.status === 'waiting' ? 'on-hold-shelf' : 'in-transit';
      const isThere = copy.status === wanted && 'hold' in copy && copy.hold === id;
      return isThere ? [] : [`hold ${id} is ${state.status} with ${state.item}, which is ${copy.status}`];
    }),
    ...rows.all('loan').flatMap((loan) => {
      const hold = loan.recall && isOpen(loan) ? rows.get('hold', loan.recall.hold) : null;
      const recalling = hold ? hold.recall && hold.state.status === 'pending' : loan.recall === null;
      return recalling || !isOpen(loan)
        ? []
        : [`loan ${loan.id} is recalled for a hold that needs it no more`];
    }),
    ...rows
      .all('charge')
      .flatMap(({ id, amount }) =>
        Number.isSafeInteger(amount) && amount >= 0 ? [] : [`charge ${id} comes to ${amount}`],
      ),
    ...rows.all('patron').flatMap(({ id }) => {
      const held = depositHeld(rows.all('payment').filter(({ patron }) => patron === id));
      return held >= 0 ? [] : [`the deposit of ${id} is ${held}`];
    }),
    ...rows.all('drawer').flatMap((drawer) => {
      const cash = cashIn(drawer, rows.all('payment'));
      return cash >= 0 ? [] : [`drawer ${drawer.id} holds ${cash}`];
    }),
  ];
}

function stateOf({ rows }: World, item: string): ItemState {
  return (rows.get('item-state', item) ?? untouched(item)).state;
}

function itemFaults(world: World, { id }: Item): readonly string[] {
  const { rows } = world;
  const state = stateOf(world, id);
  const open = rows.all('loan').filter((loan) => loan.item === id && isOpen(loan));
  const [loan] = open;
  switch (state.status) {
    case 'on-loan':
    case 'claimed-returned': {
      const isClaimed = loan !== undefined && loan.claimedReturnedAt !== null;
      const fits = open.length === 1 && loan?.id === state.loan && isClaimed === (state.status !== 'on-loan');
      return fits
        ? []
        : [`${id} is ${state.status} and has open loans ${open.map((one) => one.id).join(' ')}`];
    }
    case 'on-hold-shelf':
    case 'in-transit': {
      if (loan) return [`${id} is ${state.status} and on loan`];
      if (state.hold === null) return [];
      const hold = rows.get('hold', state.hold)?.state;
      const fits =
        state.status === 'on-hold-shelf'
          ? hold?.status === 'waiting' && hold.item === id && hold.library === state.library
          : hold?.status === 'in-transit' && hold.item === id;
      return fits
        ? []
        : [`${id} is ${state.status} for ${state.hold}, which is ${hold?.status ?? 'unknown'}`];
    }
    case 'lost': {
      const lost = state.loan === null ? null : rows.get('loan', state.loan);
      const fits = lost === null || (lost.lostAt !== null && lost.returnedAt === null);
      return loan || !fits ? [`${id} is lost and its loan is not`] : [];
    }
    case 'available':
    case 'missing':
    case 'damaged':
    case 'withdrawn':
      return loan ? [`${id} is ${state.status} and on loan`] : [];
  }
}

/** What can never be of a decision. */
export function illegalDecision(decision: Decision, desk: WorldDesk, command: Command): readonly string[] {
  const { outcome, facts, findings } = decision;
  const hasFacts = facts.length > 0;
  const confirmed = 'confirmed' in command ? command.confirmed : [];
  const inTheWay = findings.filter(isInTheWay);
  return [
    ...(hasFacts === (outcome === 'done' || outcome === 'routed')
      ? []
      : [`${outcome} with ${facts.length} facts`]),
    ...(hasFacts && inTheWay.length > 0 ? ['done with something in the way'] : []),
    ...(outcome === 'question' && inTheWay.some(({ severity }) => severity !== 'confirm')
      ? ['asked about what nobody can pass']
      : []),
    ...(inOrder(inTheWay) ? [] : ['findings out of order']),
    ...findings.flatMap(({ check, severity, passed, permission }) => {
      if (severity !== 'confirm' || !passed) return [];
      const may = permission !== null && isPermitted(desk.actor, permission);
      return may && check !== null && confirmed.includes(check) ? [] : [`${check ?? '?'} passed unasked`];
    }),
  ];
}

/** What no policy can change first, then the order of the checks. */
function inOrder(findings: Decision['findings']): boolean {
  const places = findings.map(({ check }) => (check === null ? -1 : checks.indexOf(check)));
  return places.every((place, index) => index === 0 || place >= (places[index - 1] ?? -1));
}

/** A due date by policy that has passed, or that is a closed day though the policy forbids them. */
export function illegalDue(
  world: World,
  { facts, explanation }: Decision,
  library: string,
  today: CivilDate,
  timeZone: string,
): readonly string[] {
  const how = explanation?.due;
  if (!how) return [];
  const set = policyInForce(world.rows.all('policy'), today);
  const calendar = world.rows.all('calendar').find((one) => one.library === library) ?? noCalendar(library);
  return facts.flatMap((fact) => {
    if (fact.kind !== 'loan.checked-out' && fact.kind !== 'loan.renewed') return [];
    const day = dueDay(fact.body.due, timeZone);
    const home = fact.kind === 'loan.renewed' || fact.body.use === 'home';
    const mayBeClosed = set?.loanPolicies[0]?.dueMode === 'calendar-days' || !home;
    // Where a limit leaves no open day it is the day it was counted from: whoever lends on it is there.
    const isStart = day === today || day === dueDay(how.from, timeZone);
    return [
      ...(day < today ? [`due ${day} before ${today}`] : []),
      ...(mayBeClosed || isStart || !closedDay(calendar, day) ? [] : [`due on ${day}, which is closed`]),
    ];
  });
}
