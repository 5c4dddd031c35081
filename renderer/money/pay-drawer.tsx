import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../contract/workstation/desk.ts';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { AmountField } from '../forms/amount-field.tsx';
import { amountOf, amountText } from '../forms/amount-of.ts';
import { OfReader, ReaderHead } from '../forms/of-reader.tsx';
import { SideDrawer } from '../forms/side-drawer.tsx';
import { useAct } from '../forms/use-act.ts';
import { useMay } from '../forms/use-may.ts';
import { namespaces } from '../i18n/start.ts';
import { owedGroups, owedOf } from './charge-groups.ts';
import { ChargeList } from './charge-list.tsx';
import { CreditLine } from './credit-line.tsx';
import { PaidView } from './paid-view.tsx';
import { PaymentList } from './payment-list.tsx';
import { ServiceForm } from './service-form.tsx';
import type { Means } from './take-money.tsx';
import { TakeMoney } from './take-money.tsx';
import './money.css';

interface PayDrawerProps {
  readonly patron: string;
  readonly onClose: () => void;
}

/** What the reader at the desk owes, ledger by ledger, and the money that comes for it. */
export default function PayDrawer({ patron, onClose }: PayDrawerProps) {
  const { t } = useTranslation(namespaces);
  return (
    <SideDrawer title={t('money.pay.title')} testId="pay-drawer" size="min(46rem, 97vw)" onClose={onClose}>
      <OfReader patron={patron}>{(open) => <Pay key={open.patron.id} open={open} />}</OfReader>
    </SideDrawer>
  );
}

function Pay({ open }: { readonly open: DeskPatron }) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const { busy, answer, act } = useAct();
  const groups = owedGroups(open.charges);
  const charges = groups.flatMap((group) => group.charges);
  // Charges are chosen unless somebody says otherwise: a new one that comes up is chosen too.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<string | null>(null);
  const [waiving, setWaiving] = useState<string | null>(null);
  const [isService, setService] = useState(false);
  const [lately, setLately] = useState<{ readonly method: Means['method']; readonly amount: number } | null>(
    null,
  );
  const chosen = charges.filter(({ id }) => !left.has(id));
  const owed = owedOf(chosen);
  const text = typed ?? amountText(owed);
  const amount = amountOf(text);
  const tooMuch = amount !== null && amount > owed;
  const usable = amount !== null && amount > 0 && !tooMuch ? amount : null;
  const choose = (ids: readonly string[], isChosen: boolean): void => {
    const others = [...left].filter((id) => !ids.includes(id));
    setLeft(new Set(isChosen ? others : [...others, ...ids]));
    setTyped(null);
  };
  const pay = async (means: Means): Promise<void> => {
    if (usable === null) return;
    setLately({ method: means.method, amount: usable });
    const row = await act({
      do: 'pay',
      patron: open.patron.id,
      charges: chosen.map(({ id }) => id),
      amount: usable,
      ...means,
    });
    if (!row) return;
    // Empty and not what is left: Ctrl+Enter pressed twice must not take money twice.
    setTyped('');
    setLeft(new Set());
  };
  return (
    <div className="pay" onKeyDown={takeByKey}>
      <ReaderHead
        open={open}
        aside={
          <span data-testid="pay-owed">
            {t('money.pay.owed')} <b className="money">{formatAmount(owedOf(charges))}</b>
          </span>
        }
      />
      <PaidView answer={answer} lately={lately} />
      {open.credit > 0 && <CreditLine patron={open.patron.id} credit={open.credit} />}
      {charges.length === 0 ? (
        <p className="form-quiet" data-testid="pay-nothing">
          {t('money.pay.nothing')}
        </p>
      ) : (
        <>
          <ChargeList
            groups={groups}
            chosen={new Set(chosen.map(({ id }) => id))}
            onChoose={choose}
            waiving={waiving}
            onWaive={setWaiving}
          />
          <div className="pay-amount">
            <AmountField
              label={t('money.pay.amount')}
              value={text}
              onChange={setTyped}
              placeholder={amountText(owed)}
              mayBeZero={false}
              problem={tooMuch ? t('money.pay.more', { owed: formatAmount(owed) }) : null}
              description={
                usable !== null && usable < owed && chosen.length > 1 ? t('money.pay.oldestFirst') : undefined
              }
              size="md"
              autoFocus
              testId="pay-amount"
            />
            <TakeMoney amount={usable} purpose="charges" busy={busy} onTake={(means) => void pay(means)} />
          </div>
        </>
      )}
      {isService ? (
        <ServiceForm patron={open.patron} onClose={() => setService(false)} />
      ) : (
        <Button
          className="pay-service"
          size="xs"
          variant="default"
          leftSection={<IconPlus aria-hidden size="1rem" />}
          disabled={!may('charge')}
          data-testid="service-begin"
          onClick={() => setService(true)}
        >
          {t('money.service.begin')}
        </Button>
      )}
      <section className="form-part" aria-labelledby="payments-title">
        <h3 id="payments-title" className="form-part-title">
          {t('money.payments.title')}
        </h3>
        <PaymentList payments={open.payments} />
      </section>
    </div>
  );
}

/** Ctrl+Enter takes the cash; Enter alone does nothing, because scanners send it. */
function takeByKey(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'Enter' || !event.ctrlKey) return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLButtonElement>('[data-testid="pay-cash"]:enabled')?.click();
}
