import type { HoldPolicy } from '../../../../domain/policy/policies.ts';
import { NumberEdit, NumberOrEdit } from './edits.tsx';
import type { FieldSpec } from './field-spec.ts';

/** Shorter loans while many wait. */
export const highDemandField: FieldSpec<HoldPolicy> = {
  name: 'highDemand',
  group: 'others',
  label: (t) => t('terms.field.highDemand'),
  say: (t, { highDemand }) =>
    highDemand === 'none'
      ? t('terms.words.none')
      : t('terms.highDemandSay', { holds: highDemand.holdsOver, days: highDemand.loanDays }),
  edit: ({ t, policy, label, problem, onChange }) => {
    const { highDemand } = policy;
    return (
      <div className="field-pair">
        <NumberOrEdit
          label={`${label}: ${t('terms.field.highDemandOver')}`}
          value={highDemand === 'none' ? 'none' : highDemand.holdsOver}
          words={[{ value: 'none', label: t('terms.words.none') }]}
          unit={(count) => t('terms.unit.holds', { count })}
          first={3}
          problem={problem}
          onChange={(holdsOver) =>
            onChange({
              ...policy,
              highDemand:
                holdsOver === 'none'
                  ? 'none'
                  : { holdsOver, loanDays: highDemand === 'none' ? 7 : highDemand.loanDays },
            })
          }
        />
        {highDemand !== 'none' && (
          <NumberEdit
            label={t('terms.field.highDemandDays')}
            value={highDemand.loanDays}
            unit={(count) => t('terms.unit.days', { count })}
            onChange={(loanDays) => onChange({ ...policy, highDemand: { ...highDemand, loanDays } })}
          />
        )}
      </div>
    );
  },
};

/** A recall brings the due date forward, never before these days. */
export const recallField: FieldSpec<HoldPolicy> = {
  name: 'recall',
  group: 'others',
  label: (t) => t('terms.field.recall'),
  say: (t, { recall }) =>
    recall === 'none'
      ? t('terms.words.none')
      : t('terms.recallSay', { keep: recall.keepDays, notice: recall.noticeDays }),
  edit: ({ t, policy, label, problem, onChange }) => {
    const { recall } = policy;
    return (
      <div className="field-pair">
        <NumberOrEdit
          label={`${label}: ${t('terms.field.recallKeep')}`}
          value={recall === 'none' ? 'none' : recall.keepDays}
          words={[{ value: 'none', label: t('terms.words.none') }]}
          unit={(count) => t('terms.unit.days', { count })}
          first={7}
          problem={problem}
          onChange={(keepDays) =>
            onChange({
              ...policy,
              recall:
                keepDays === 'none'
                  ? 'none'
                  : { keepDays, noticeDays: recall === 'none' ? 3 : recall.noticeDays },
            })
          }
        />
        {recall !== 'none' && (
          <NumberEdit
            label={t('terms.field.recallNotice')}
            value={recall.noticeDays}
            unit={(count) => t('terms.unit.days', { count })}
            onChange={(noticeDays) => onChange({ ...policy, recall: { ...recall, noticeDays } })}
          />
        )}
      </div>
    );
  },
};
