import { formatAmount } from '../../domain/money/amount-text.ts';
import type {
  DepositPolicy,
  HoldPolicy,
  LoanLimit,
  LoanPolicy,
  LossPolicy,
  OverduePolicy,
  PolicyKind,
} from '../../domain/policy/policies.ts';
import type { GivenPolicies } from '../../domain/policy/resolve.ts';
import type { Translate } from '../i18n/start.ts';
import { valueName } from './values.ts';

/** What one policy says, in one plain line. */
export function policySentence(t: Translate, kind: PolicyKind, given: GivenPolicies): string {
  const parts = {
    loan: () => loanWords(t, given.loan),
    overdue: () => overdueWords(t, given.overdue),
    hold: () => holdWords(t, given.hold),
    loss: () => lossWords(t, given.loss),
    deposit: () => depositWords(t, given.deposit),
  }[kind]();
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toLocaleUpperCase('vi')}${sentence.slice(1)}.`;
}

/** What a limit counts: "Sách", "tài liệu đọc tại chỗ", "tài liệu tại thư viện này". */
export function limitWords(t: Translate, { itemClass, use, library }: LoanLimit): string {
  const what = itemClass === 'any' ? t('explain.loan.items') : valueName(t, 'itemClass', itemClass);
  return [
    what,
    use === 'reading-room' && t('explain.loan.inRoom'),
    library === 'here' && t('explain.loan.here'),
  ]
    .filter(Boolean)
    .join(' ');
}

function loanWords(t: Translate, policy: LoanPolicy): readonly string[] {
  const { period, use, limits, ages, debtLimit, dueMode, cardExpiry } = policy;
  const bounds = limits.flatMap((limit) =>
    limit.max === 'unlimited'
      ? []
      : [t('explain.loan.atMost', { max: limit.max, what: limitWords(t, limit) })],
  );
  return [
    periodWords(t, period),
    ...(use === 'reading-room' ? [t('explain.loan.readingRoom')] : []),
    ...(bounds.length > 0 ? bounds : [t('explain.loan.noLimit')]),
    renewalWords(t, policy),
    ...(ages === 'any' ? [] : [ageWords(t, ages)]),
    ...(debtLimit === 'unlimited' ? [] : [t('explain.loan.debt', { amount: formatAmount(debtLimit) })]),
    ...(period === 'none' ? [] : [t(`explain.loan.mode.${dueMode}`)]),
    ...(period === 'none' || cardExpiry === 'ignore' ? [] : [t('explain.loan.cap')]),
  ];
}

function periodWords(t: Translate, period: LoanPolicy['period']): string {
  if (period === 'none') return t('explain.loan.none');
  return period.unit === 'days'
    ? t('explain.loan.days', { count: period.length })
    : t('explain.loan.hours', { count: period.length });
}

function renewalWords(t: Translate, { renewals, renewalLength, period }: LoanPolicy): string {
  if (renewals === 'none' || renewals === 0) return t('explain.loan.renewalsNone');
  const times =
    renewals === 'unlimited'
      ? t('explain.loan.renewalsUnlimited')
      : t('explain.loan.renewals', { count: renewals });
  if (renewalLength === 'same' || renewalLength === 0 || period === 'none') return times;
  const length =
    period.unit === 'days'
      ? t('explain.loan.renewalDays', { count: renewalLength })
      : t('explain.loan.renewalHours', { count: renewalLength });
  return `${times}, ${length}`;
}

function ageWords(t: Translate, { from, to }: Exclude<LoanPolicy['ages'], 'any'>): string {
  return to === 'unlimited' ? t('explain.loan.agesFrom', { from }) : t('explain.loan.ages', { from, to });
}

function overdueWords(t: Translate, policy: OverduePolicy): readonly string[] {
  const { charge, graceDays, closedDays, cap, capToPrice } = policy;
  if (charge === 'none') return [t('explain.overdue.none')];
  return [
    chargeWords(t, charge),
    ...(graceDays > 0 ? [t('explain.overdue.grace', { count: graceDays })] : []),
    ...(closedDays === 'skip' ? [t('explain.overdue.skip')] : []),
    ...(cap === 'none' ? [] : [t('explain.overdue.cap', { amount: formatAmount(cap) })]),
    ...(capToPrice === 'yes' ? [t('explain.overdue.capToPrice')] : []),
  ];
}

function chargeWords(t: Translate, charge: Exclude<OverduePolicy['charge'], 'none'>): string {
  const amount = formatAmount(charge.amount);
  if (charge.kind === 'flat') return t('explain.overdue.flat', { amount });
  const { every: count, unit } = charge;
  if (count === 1)
    return unit === 'days' ? t('explain.overdue.day', { amount }) : t('explain.overdue.hour', { amount });
  return unit === 'days'
    ? t('explain.overdue.days', { amount, count })
    : t('explain.overdue.hours', { amount, count });
}

function holdWords(t: Translate, { level, maxHolds, shelfDays }: HoldPolicy): readonly string[] {
  if (level === 'none') return [t('explain.hold.none')];
  return [
    maxHolds === 'unlimited' ? t('explain.hold.unlimited') : t('explain.hold.max', { count: maxHolds }),
    t('explain.hold.shelf', { count: shelfDays }),
  ];
}

function lossWords(t: Translate, { compensation, processing }: LossPolicy): readonly string[] {
  const main =
    compensation === 'none'
      ? t('explain.loss.none')
      : compensation.kind === 'fixed'
        ? t('explain.loss.fixed', { amount: formatAmount(compensation.amount) })
        : t('explain.loss.times', { times: String(compensation.times).replace('.', ',') });
  return [
    main,
    ...(processing > 0 ? [t('explain.loss.processing', { amount: formatAmount(processing) })] : []),
  ];
}

function depositWords(t: Translate, { ceiling }: DepositPolicy): readonly string[] {
  return [ceiling === 'none' ? t('explain.deposit.none') : t('explain.deposit.coverPrice')];
}
