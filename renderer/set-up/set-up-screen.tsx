import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetUpAnswer } from '../../contract/workstation/set-up.ts';
import { useApi } from '../connection/queries.ts';
import { reasonSentence } from '../format/reasons.ts';
import { namespaces } from '../i18n/start.ts';
import { usePage, useStore } from '../ui/page-context.tsx';
import { Enrolled } from './enrolled.tsx';
import { SetUpFrame } from './set-up-frame.tsx';

/** True for a line that anybody on it can read; this computer itself is no line. */
function isOpenLine(address: string): boolean {
  return /^http:\/\/(?!localhost|127\.|\[::1\])/i.test(address.trim());
}

/** Where a folder is no station yet: the code of the province makes it one. */
export default function SetUpScreen() {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const folder = useStore(usePage().connection.setUpFolder);
  const [province, setProvince] = useState('https://');
  const first = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SetUpAnswer | 'no-answer' | null>(null);
  const usable = /^https?:\/\/[^/\s]+/.test(province.trim());

  // The caret behind `https://`: the rest is typed from a paper in the hand.
  useEffect(() => {
    const input = first.current;
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }, []);

  const enrol = async (fingerprint: string | null): Promise<void> => {
    setBusy(true);
    setAnswer(
      await api.setUp
        .enrol({ province: province.trim(), code: code.trim(), fingerprint })
        .catch(() => 'no-answer' as const),
    );
    setBusy(false);
  };

  if (answer !== null && answer !== 'no-answer' && answer.kind === 'enrolled')
    return <Enrolled answer={answer} />;
  const compare = answer !== null && answer !== 'no-answer' && answer.kind === 'compare' ? answer : null;
  const problem =
    answer === 'no-answer'
      ? t('setUp.noAnswer')
      : answer?.kind === 'refused'
        ? `${reasonSentence(t, answer.reason)} (${answer.reason.code})`
        : null;
  return (
    <SetUpFrame testId="set-up">
      <form
        className="set-up-form"
        onSubmit={(event) => {
          event.preventDefault();
          void enrol(null);
        }}
      >
        <h2>{t('setUp.title')}</h2>
        <p>{t('setUp.intro', { folder })}</p>
        <TextInput
          label={t('setUp.province')}
          placeholder={t('setUp.provinceHint')}
          value={province}
          onChange={(event) => setProvince(event.currentTarget.value)}
          description={isOpenLine(province) ? t('setUp.plainHttp') : undefined}
          error={usable || province === 'https://' ? null : t('setUp.provinceWrong')}
          autoComplete="url"
          spellCheck={false}
          data-testid="set-up-province"
          ref={first}
        />
        <TextInput
          label={t('setUp.code')}
          description={t('setUp.codeHelp')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          className="set-up-code"
          data-testid="set-up-code"
        />
        {problem !== null && (
          <p className="set-up-problem" role="alert" data-testid="set-up-problem">
            {problem}
          </p>
        )}
        {compare === null ? (
          <Button
            type="submit"
            loading={busy}
            disabled={!usable || code.trim() === ''}
            data-testid="set-up-send"
          >
            {t('setUp.send')}
          </Button>
        ) : (
          <section className="set-up-problem" role="alert" data-testid="set-up-compare">
            <h3>{t('setUp.compareTitle')}</h3>
            <p>{t('setUp.compare', { fingerprint: compare.fingerprint })}</p>
            <div className="set-up-choice">
              <Button
                loading={busy}
                onClick={() => void enrol(compare.fingerprint)}
                data-testid="set-up-same"
              >
                {t('setUp.same')}
              </Button>
              <Button variant="default" onClick={() => setAnswer(null)} data-testid="set-up-different">
                {t('setUp.different')}
              </Button>
            </div>
          </section>
        )}
      </form>
    </SetUpFrame>
  );
}
