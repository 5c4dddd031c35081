import { addDays } from '../../calendar/calendar.ts';
import type { CivilDate, Instant } from '../../facts/fact.ts';
import { ageOn } from '../../patrons/age.ts';
import type { Consent, Exemption, Patron, PatronBlock } from '../../patrons/patron.ts';
import type { Dice } from '../random.ts';
import { demoOffset, demoStaff } from '../staff.ts';
import type { Group } from './groups.ts';

/** Law on Children 2016 art. 1. */
export const childrenBelow = 16;
/** From this age a child agrees together with the guardian; before, the guardian alone. */
const agreesFrom = 7;

/** Version of the consent texts that the demonstration's readers were shown. */
const textShown = 'minh-hoa-1';

type Papers = Pick<Patron, 'exemptions' | 'consents'>;

/** What the library has seen and been told of a reader in the year before `today`. */
export function papersOf(group: Group, birthDate: CivilDate | null, today: CivilDate, dice: Dice): Papers {
  const issued = addDays(today, -dice.between(70, 350));
  const at = morning(issued, dice);
  return {
    exemptions: exemptionsOf(group, birthDate, today, at, dice),
    consents: consentsOf(birthDate, issued, today, at, dice),
  };
}

function exemptionsOf(
  { generation }: Group,
  birthDate: CivilDate | null,
  today: CivilDate,
  seenAt: Instant,
  dice: Dice,
): readonly Exemption[] {
  const seen = (ground: string, until: Exemption['until']): Exemption => ({
    ground,
    seenAt,
    seenBy: demoStaff.morning,
    until,
  });
  const luck = dice.below(100);
  const child = birthDate !== null && ageOn(birthDate, today) < childrenBelow;
  return [
    ...(child && luck < 80 ? [seen('child', lastDayOfChildhood(birthDate))] : []),
    ...(generation === 'old' ? [seen('elderly', 'endless')] : []),
    // Lists of poor households are made anew every year.
    ...(luck >= 95 ? [seen('poor-household', `${today.slice(0, 4)}-12-31`)] : []),
    ...(luck === 94 || luck === 93 ? [seen('near-poor-household', `${today.slice(0, 4)}-12-31`)] : []),
    ...(luck === 92 ? [seen('disabled', 'endless')] : []),
  ];
}

function lastDayOfChildhood(birthDate: CivilDate): CivilDate {
  return addDays(`${Number(birthDate.slice(0, 4)) + childrenBelow}${birthDate.slice(4)}`, -1);
}

/** One reader in six lets the reading history be kept, a few of them think better of it; one in three is called. */
function consentsOf(
  birthDate: CivilDate | null,
  issued: CivilDate,
  today: CivilDate,
  at: Instant,
  dice: Dice,
): readonly Consent[] {
  const age = birthDate === null ? null : ageOn(birthDate, today);
  const agreed =
    age === null || age >= childrenBelow ? 'patron' : age < agreesFrom ? 'guardian' : ('both' as const);
  const line = (purpose: Consent['purpose'], granted: boolean, when: Instant): Consent => ({
    purpose,
    granted,
    text: textShown,
    at: when,
    by: demoStaff.morning,
    agreed,
  });
  const keeps = dice.chance(0.16);
  const withdraws = keeps && dice.chance(0.15);
  return [
    ...(keeps ? [line('reading-history', true, at)] : []),
    ...(dice.chance(0.33) ? [line('contact', true, at)] : []),
    ...(withdraws ? [line('reading-history', false, morning(addDays(issued, 60), dice))] : []),
  ];
}

const blockReasons = [
  'Chưa bổ sung ảnh thẻ',
  'Viết, vẽ lên sách; chờ giải quyết',
  'Nhiều lần giữ sách quá hạn',
  'Cho người khác mượn thẻ',
] as const;

/** A block set some days ago: every third one until somebody lifts it, the others for some weeks. */
export function blockOf(number: number, today: CivilDate, dice: Dice): PatronBlock {
  return {
    until: number % 3 === 0 ? 'endless' : addDays(today, dice.between(7, 60)),
    reason: dice.pick(blockReasons),
    at: morning(addDays(today, -dice.between(3, 30)), dice),
  };
}

function morning(day: CivilDate, dice: Dice): Instant {
  return `${day}T${String(dice.between(8, 10)).padStart(2, '0')}:${dice.between(10, 59)}:00.000${demoOffset}`;
}
