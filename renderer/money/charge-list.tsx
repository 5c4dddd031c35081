import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Charge } from '../../domain/money/charge.ts';
import { outstanding } from '../../domain/money/charge.ts';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { formatDay } from '../format/dates.ts';
import { namespaces } from '../i18n/start.ts';
import { useMay } from '../forms/use-may.ts';
import type { ChargeGroup } from './charge-groups.ts';
import { owedOf } from './charge-groups.ts';
import { WaiveForm } from './waive-form.tsx';

interface ChargeListProps {
  readonly groups: readonly ChargeGroup[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (charges: readonly string[], isChosen: boolean) => void;
  /** The charge whose waiver is being written, or null. */
  readonly waiving: string | null;
  readonly onWaive: (charge: string | null) => void;
}

/** What is owed, ledger by ledger; each charge and each ledger can be chosen. */
export function ChargeList({ groups, chosen, onChoose, waiving, onWaive }: ChargeListProps) {
  const { t } = useTranslation(namespaces);
  const all = groups.flatMap(({ charges }) => charges);
  const chosenOfAll = all.filter(({ id }) => chosen.has(id));
  return (
    <div className="ledgers">
      {groups.length > 1 && (
        <div className="ledgers-all">
          <Checkbox
            label={t('money.pay.all')}
            checked={chosenOfAll.length === all.length}
            indeterminate={chosenOfAll.length > 0 && chosenOfAll.length < all.length}
            onChange={(event) =>
              onChoose(
                all.map(({ id }) => id),
                event.currentTarget.checked,
              )
            }
            data-testid="pay-all"
          />
          <span className="form-quiet" data-testid="pay-chosen">
            {t('money.pay.chosen', { amount: formatAmount(owedOf(chosenOfAll)) })}
          </span>
        </div>
      )}
      {groups.map(({ ledger, charges, owed }) => {
        const ids = charges.map(({ id }) => id);
        const count = ids.filter((id) => chosen.has(id)).length;
        return (
          <section key={ledger} className="ledger" data-testid="pay-ledger" data-ledger={ledger}>
            <div className="ledger-head">
              <Checkbox
                label={t(`money.ledger.${ledger}`)}
                checked={count === ids.length}
                indeterminate={count > 0 && count < ids.length}
                onChange={(event) => onChoose(ids, event.currentTarget.checked)}
                data-testid={`pay-ledger-${ledger}`}
              />
              <b className="money">{formatAmount(owed)}</b>
            </div>
            <ul>
              {charges.map((charge) => (
                <ChargeLine
                  key={charge.id}
                  charge={charge}
                  isChosen={chosen.has(charge.id)}
                  onChoose={(isChosen) => onChoose([charge.id], isChosen)}
                  isWaiving={waiving === charge.id}
                  onWaive={(begins) => onWaive(begins ? charge.id : null)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface ChargeLineProps {
  readonly charge: Charge;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly isWaiving: boolean;
  readonly onWaive: (begins: boolean) => void;
}

function ChargeLine({ charge, isChosen, onChoose, isWaiving, onWaive }: ChargeLineProps) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const left = outstanding(charge);
  const kind = t(`money.kind.${charge.kind}`);
  const title = charge.title === '' ? kind : charge.title;
  return (
    <li className="charge" data-testid="pay-charge" data-charge={charge.id}>
      <Checkbox
        aria-label={t('money.pay.choose', { title })}
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span className="charge-words">
        <span>{title}</span>
        <span className="form-quiet">
          {[
            title !== kind && kind,
            t('money.pay.raised', { date: formatDay(charge.raisedAt) }),
            charge.legalAct,
            charge.note,
            left !== charge.amount &&
              t('money.pay.part', { left: formatAmount(left), whole: formatAmount(charge.amount) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <b className="money">{formatAmount(left)}</b>
      <button
        type="button"
        className="link"
        disabled={!may('waive')}
        aria-expanded={isWaiving}
        data-testid="charge-waive"
        onClick={() => onWaive(!isWaiving)}
      >
        {t('money.waive.begin')}
      </button>
      {isWaiving && <WaiveForm charge={charge} onClose={() => onWaive(false)} />}
    </li>
  );
}
