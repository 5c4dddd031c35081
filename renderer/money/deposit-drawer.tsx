import { Button, SegmentedControl } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../contract/workstation/desk.ts';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { useDrawer, usePolicy } from '../connection/queries.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { AmountField } from '../forms/amount-field.tsx';
import { amountOf, amountText } from '../forms/amount-of.ts';
import { OfReader, ReaderHead } from '../forms/of-reader.tsx';
import { SideDrawer } from '../forms/side-drawer.tsx';
import { useAct } from '../forms/use-act.ts';
import { useMay } from '../forms/use-may.ts';
import { namespaces } from '../i18n/start.ts';
import { securedLoans } from './deposit-needed.ts';
import { OpenDrawerHere } from './open-drawer-here.tsx';
import { PaymentList } from './payment-list.tsx';
import { TakeMoney } from './take-money.tsx';
import './money.css';

interface DepositDrawerProps {
  readonly patron: string;
  readonly onClose: () => void;
}

/** Thế chân: what is held, what the loans need of it, and taking or giving it back. */
export default function DepositDrawer({ patron, onClose }: DepositDrawerProps) {
  const { t } = useTranslation(namespaces);
  return (
    <SideDrawer title={t('money.deposit.title')} testId="deposit-drawer" onClose={onClose}>
      <OfReader patron={patron}>{(open) => <Deposit key={open.patron.id} open={open} />}</OfReader>
    </SideDrawer>
  );
}

function Deposit({ open }: { readonly open: DeskPatron }) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const { data: policy } = usePolicy();
  const { data: drawer } = useDrawer();
  const { busy, answer, act, forget } = useAct();
  const [doing, setDoing] = useState<'take' | 'refund'>('take');
  const [typed, setTyped] = useState<string | null>(null);
  const [lately, setLately] = useState({ doing, amount: 0 });
  const secured = securedLoans(open.loans, policy?.sets ?? []);
  const needed = secured === null ? null : secured.reduce((sum, { amount }) => sum + amount, 0);
  const free = Math.max(0, open.deposit - (needed ?? 0));
  const missing = Math.max(0, (needed ?? 0) - open.deposit);
  const text = typed ?? amountText(doing === 'take' ? missing : free);
  const amount = amountOf(text);
  const tooMuch = doing === 'refund' && amount !== null && amount > free;
  const usable = amount !== null && amount > 0 && !tooMuch ? amount : null;
  const perform = async (command: Parameters<typeof act>[0]): Promise<void> => {
    setLately({ doing, amount: usable ?? 0 });
    // Empty and not what is still missing: Ctrl+Enter pressed twice must not take money twice.
    if (await act(command)) setTyped('');
  };
  const refund = (): void => {
    if (usable !== null) void perform({ do: 'refund-deposit', patron: open.patron.id, amount: usable });
  };
  return (
    <div className="pay" onKeyDown={(event) => takeByKey(event, doing)}>
      <ReaderHead open={open} />
      <p className="form-quiet">{t('money.deposit.help')}</p>
      <dl className="sums">
        <div>
          <dt>{t('money.deposit.held')}</dt>
          <dd data-testid="deposit-held">{formatAmount(open.deposit)}</dd>
        </div>
        <div>
          <dt>{t('money.deposit.needed')}</dt>
          <dd data-testid="deposit-needed">
            {needed === null ? t('money.deposit.unknownNeed') : formatAmount(needed)}
          </dd>
        </div>
        <div>
          <dt>{t('money.deposit.free')}</dt>
          <dd data-testid="deposit-free">{needed === null ? '–' : formatAmount(free)}</dd>
        </div>
      </dl>
      {secured !== null && secured.length > 0 && (
        <section className="form-part" aria-labelledby="deposit-loans">
          <h3 id="deposit-loans" className="heading">
            {t('money.deposit.ofLoans')}
          </h3>
          <ul className="card-list">
            {secured.map(({ loan, amount: each }) => (
              <li key={loan.loan.id} className="line">
                <span className="line-words">
                  {loan.item.title || loan.item.barcode}{' '}
                  <span className="form-quiet">{loan.item.barcode}</span>
                </span>
                <span className="money">{formatAmount(each)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SegmentedControl
        value={doing}
        onChange={(value) => {
          setDoing(value === 'refund' ? 'refund' : 'take');
          setTyped(null);
          forget();
        }}
        aria-label={t('money.deposit.title')}
        data={[
          { value: 'take', label: t('money.deposit.take') },
          { value: 'refund', label: t('money.deposit.refund'), disabled: !may('refund') },
        ]}
        data-testid="deposit-doing"
      />
      <div className="pay-amount">
        <AmountField
          label={t('money.deposit.amount')}
          value={text}
          onChange={setTyped}
          mayBeZero={false}
          problem={tooMuch ? t('money.deposit.tooMuch', { free: formatAmount(free) }) : null}
          description={doing === 'refund' ? t('money.deposit.cashOnly') : undefined}
          size="md"
          autoFocus
          testId="deposit-amount"
        />
        {doing === 'take' ? (
          <TakeMoney
            amount={usable}
            purpose="deposit"
            busy={busy}
            onTake={(means) => {
              if (usable !== null)
                void perform({ do: 'take-deposit', patron: open.patron.id, amount: usable, ...means });
            }}
          />
        ) : drawer?.open === null ? (
          <OpenDrawerHere />
        ) : (
          <Button
            size="md"
            loading={busy}
            disabled={usable === null}
            data-testid="deposit-refund"
            onClick={refund}
          >
            {t('money.deposit.refund')} {usable === null ? '' : formatAmount(usable)}{' '}
            <kbd className="key">Ctrl+Enter</kbd>
          </Button>
        )}
      </div>
      <ActAnswerView
        answer={answer}
        done={t(lately.doing === 'take' ? 'money.deposit.took' : 'money.deposit.gave', {
          amount: formatAmount(lately.amount),
        })}
      />
      <section className="form-part" aria-labelledby="deposit-payments">
        <h3 id="deposit-payments" className="form-part-title">
          {t('money.payments.title')}
        </h3>
        <PaymentList
          payments={open.payments.filter(
            ({ purpose }) => purpose === 'deposit' || purpose === 'deposit-refund',
          )}
        />
      </section>
    </div>
  );
}

/** Ctrl+Enter takes or gives the cash; Enter alone does nothing, because scanners send it. */
function takeByKey(event: KeyboardEvent<HTMLDivElement>, doing: 'take' | 'refund'): void {
  if (event.key !== 'Enter' || !event.ctrlKey) return;
  event.preventDefault();
  const button = doing === 'take' ? 'pay-cash' : 'deposit-refund';
  event.currentTarget.querySelector<HTMLButtonElement>(`[data-testid="${button}"]:enabled`)?.click();
}
