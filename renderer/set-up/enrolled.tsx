import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetUpAnswer } from '../../contract/workstation/set-up.ts';
import { reason } from '../../domain/outcome.ts';
import { useApi } from '../connection/queries.ts';
import { reasonSentence } from '../format/reasons.ts';
import { namespaces } from '../i18n/start.ts';
import { SetUpFrame } from './set-up-frame.tsx';

/** What the folder has become, before the desk opens in place of this. */
export function Enrolled({ answer }: { readonly answer: SetUpAnswer & { readonly kind: 'enrolled' } }) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const [begun, setBegun] = useState(false);
  const { station, desk, library, exposed } = answer;
  return (
    <SetUpFrame testId="set-up-done">
      <section className="set-up-form">
        <h2>{t('setUp.done', { desk, library })}</h2>
        <p>{t('setUp.doneStation', { station })}</p>
        {exposed && <p className="set-up-problem">{reasonSentence(t, reason('LT-4117'))}</p>}
        <Button
          loading={begun}
          onClick={() => {
            setBegun(true);
            // The line breaks when the station comes in place of this: that is the answer.
            void api.setUp.begin().catch(() => {});
          }}
          data-testid="set-up-begin"
        >
          {t('setUp.begin')}
        </Button>
      </section>
    </SetUpFrame>
  );
}
