import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { splitSentence } from '../../format/reasons.ts';
import { namespaces } from '../../i18n/start.ts';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import type { SettingsProblem } from './use-device-settings.ts';

interface NoticeProps {
  readonly state: 'done' | 'question' | 'refused';
  readonly text: string;
  readonly children?: ReactNode;
}

/** What came of something, its first sentence in bold. */
export function Notice({ state, text, children }: NoticeProps) {
  const { head, rest } = splitSentence(text);
  return (
    <div
      className={`answer answer-${state}`}
      role={state === 'refused' ? 'alert' : 'status'}
      data-testid="device-notice"
      data-state={state}
    >
      <OutcomeIcon state={state} size="1.35rem" />
      <div className="answer-lines">
        <p>
          <b>{head}</b> {rest}
        </p>
        {children}
      </div>
    </div>
  );
}

export function ProblemNotice({ problem }: { readonly problem: SettingsProblem | null }) {
  const { t } = useTranslation(namespaces);
  if (problem === null) return null;
  return (
    <Notice state="refused" text={t(`deviceSetup.problem.${problem.problem}`)}>
      {problem.where !== '' && (
        <p className="form-quiet">{t('deviceSetup.problemWhere', { where: problem.where })}</p>
      )}
    </Notice>
  );
}
