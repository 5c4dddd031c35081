import { Button } from '@mantine/core';
import { IconCash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountField } from '../forms/amount-field.tsx';
import { amountOf } from '../forms/amount-of.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { useAct } from '../forms/use-act.ts';
import { namespaces } from '../i18n/start.ts';

interface OpenDrawerHereProps {
  readonly autoFocus?: boolean;
}

/** No drawer is open: says so, and opens one on the spot. */
export function OpenDrawerHere({ autoFocus }: OpenDrawerHereProps) {
  const { t } = useTranslation(namespaces);
  const { busy, answer, act } = useAct();
  const [text, setText] = useState('');
  const float = amountOf(text);
  const open = (): void => {
    if (float !== null) void act({ do: 'open-drawer', drawer: crypto.randomUUID(), float });
  };
  return (
    <section className="no-drawer" data-testid="no-drawer">
      <IconCash aria-hidden size="1.9rem" stroke={1.5} />
      <div className="no-drawer-words">
        <strong>{t('money.drawerClosed.title')}</strong>
        <p className="form-quiet">{t('money.drawerClosed.help')}</p>
      </div>
      <form
        className="no-drawer-form"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          // Its own Ctrl+Enter: the one of the form around it takes money.
          if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.ctrlKey) open();
        }}
      >
        <AmountField
          label={t('money.till.float')}
          value={text}
          onChange={setText}
          description={t('money.till.floatHelp')}
          autoFocus={autoFocus ?? false}
          testId="till-float"
        />
        <Button loading={busy} disabled={float === null} data-testid="till-open" onClick={open}>
          {t('money.till.open')}
        </Button>
      </form>
      <ActAnswerView answer={answer} />
    </section>
  );
}
