import type { LossPolicy, OverdueCharge, OverduePolicy } from '../../../../domain/policy/policies.ts';
import { ChoiceEdit, NumberEdit, saidNumber } from './edits.tsx';
import type { FieldSpec } from './field-spec.ts';

const chargeKinds = ['none', 'flat', 'per-period'] as const;
const chargeUnits = ['days', 'hours'] as const;
const chargeAts = ['start', 'end'] as const;
const firstCharge = 1_000;

/** What a late return costs. The law's default is nothing. */
export const chargeField: FieldSpec<OverduePolicy> = {
  name: 'charge',
  group: 'charge',
  label: (t) => t('terms.field.charge'),
  say: (t, { charge }) => {
    if (charge === 'none') return t('terms.charge.none');
    const amount = saidNumber(charge.amount, '', 'amount');
    if (charge.kind === 'flat') return t('terms.charge.flatSay', { amount });
    const { every, unit, at } = charge;
    return t('terms.charge.perSay', {
      amount,
      every,
      unit: t(`terms.unit.${unit}`, { count: every }),
      at: t(`terms.chargeAt.${at}`),
    });
  },
  edit: ({ t, policy, label, problem, onChange }) => {
    const { charge } = policy;
    const change = (next: OverdueCharge): void => onChange({ ...policy, charge: next });
    const amount = charge === 'none' ? firstCharge : charge.amount;
    return (
      <div className="field-pair field-wide">
        <ChoiceEdit
          label={label}
          value={charge === 'none' ? 'none' : charge.kind}
          choices={chargeKinds.map((value) => ({ value, label: t(`terms.charge.${value}`) }))}
          onChange={(kind) =>
            change(
              kind === 'none'
                ? 'none'
                : kind === 'flat'
                  ? { kind, amount }
                  : { kind, amount, every: 1, unit: 'days', at: 'start' },
            )
          }
        />
        {charge !== 'none' && (
          <NumberEdit
            label={t('terms.field.chargeAmount')}
            value={charge.amount}
            unit={() => t('terms.unit.dong')}
            as="amount"
            problem={problem}
            onChange={(next) => change({ ...charge, amount: next })}
          />
        )}
        {charge !== 'none' && charge.kind === 'per-period' && (
          <>
            <NumberEdit
              label={t('terms.field.chargeEvery')}
              value={charge.every}
              unit={(count) => t(`terms.unit.${charge.unit}`, { count })}
              onChange={(every) => change({ ...charge, every })}
            />
            <ChoiceEdit
              label={t('terms.field.chargeUnit')}
              value={charge.unit}
              choices={chargeUnits.map((value) => ({ value, label: t(`terms.unit.${value}`, { count: 2 }) }))}
              onChange={(unit) => change({ ...charge, unit })}
            />
            <ChoiceEdit
              label={t('terms.field.chargeAt')}
              value={charge.at}
              choices={chargeAts.map((value) => ({ value, label: t(`terms.chargeAt.${value}`) }))}
              onChange={(at) => change({ ...charge, at })}
            />
          </>
        )}
      </div>
    );
  },
};

const compensationKinds = ['none', 'times-price', 'fixed'] as const;

/** What a lost or damaged copy costs the reader. */
export const compensationField: FieldSpec<LossPolicy> = {
  name: 'compensation',
  group: 'lost',
  label: (t) => t('terms.field.compensation'),
  say: (t, { compensation }) => {
    if (compensation === 'none') return t('terms.compensation.none');
    if (compensation.kind === 'fixed') return saidNumber(compensation.amount, '', 'amount');
    return saidNumber(compensation.times, t('terms.unit.timesPrice'));
  },
  edit: ({ t, policy, label, problem, onChange }) => {
    const { compensation } = policy;
    const change = (next: LossPolicy['compensation']): void => onChange({ ...policy, compensation: next });
    return (
      <div className="field-pair">
        <ChoiceEdit
          label={label}
          value={compensation === 'none' ? 'none' : compensation.kind}
          choices={compensationKinds.map((value) => ({ value, label: t(`terms.compensation.${value}`) }))}
          onChange={(kind) =>
            change(
              kind === 'none'
                ? 'none'
                : kind === 'fixed'
                  ? { kind, amount: policy.defaultPrice }
                  : { kind, times: 1 },
            )
          }
        />
        {compensation !== 'none' && compensation.kind === 'times-price' && (
          <NumberEdit
            label={t('terms.field.compensationTimes')}
            value={compensation.times}
            unit={(count) => t('terms.unit.times', { count })}
            problem={problem}
            onChange={(times) => change({ ...compensation, times })}
          />
        )}
        {compensation !== 'none' && compensation.kind === 'fixed' && (
          <NumberEdit
            label={t('terms.field.compensationAmount')}
            value={compensation.amount}
            unit={() => t('terms.unit.dong')}
            as="amount"
            problem={problem}
            onChange={(amount) => change({ ...compensation, amount })}
          />
        )}
      </div>
    );
  },
};
