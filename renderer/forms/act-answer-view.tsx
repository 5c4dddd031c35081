import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../domain/outcome.ts';
import { reason } from '../../domain/outcome.ts';
import { reasonSentence, splitSentence } from '../format/reasons.ts';
import { namespaces } from '../i18n/start.ts';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import type { ActAnswer } from './use-act.ts';
import { wasDone } from './use-act.ts';

interface ActAnswerViewProps {
  readonly answer: ActAnswer | null;
  /** What to say of an act that was done; nothing is shown of it without. */
  readonly done?: ReactNode;
}

/** What came of the act of a form, right above its buttons: done in green, refused in red, always with the reasons. */
export function ActAnswerView({ answer, done }: ActAnswerViewProps) {
  const { t } = useTranslation(namespaces);
  if (!answer) return null;
  if (!answer.row) {
    if (answer.cutOff) return <Outcome state="refused" lines={[{ head: t('forms.cutOff'), rest: '' }]} />;
    return <ReasonsView state="refused" reasons={[reason('LT-5103')]} />;
  }
  const { findings } = answer.row;
  const isDone = wasDone(answer.row);
  if (isDone && done === undefined) return null;
  const reasons = findings.map((finding) => finding.reason);
  return (
    <ReasonsView state={isDone ? 'done' : 'refused'} head={isDone ? done : undefined} reasons={reasons} />
  );
}

interface ReasonsViewProps {
  readonly state: 'done' | 'question' | 'refused';
  readonly head?: ReactNode;
  readonly reasons: readonly Reason[];
}

/** Reasons as sentences, the first sentence of each in bold, with its code for the telephone. */
export function ReasonsView({ state, head, reasons }: ReasonsViewProps) {
  const { t } = useTranslation(namespaces);
  const lines = reasons.map((why) => ({
    ...splitSentence(reasonSentence(t, why)),
    code: why.code,
  }));
  return <Outcome state={state} head={head} lines={lines} />;
}

interface OutcomeProps {
  readonly state: 'done' | 'question' | 'refused';
  readonly head?: ReactNode;
  readonly lines: readonly { readonly head: string; readonly rest: string; readonly code?: string }[];
}

function Outcome({ state, head, lines }: OutcomeProps) {
  return (
    <div
      className={`answer answer-${state}`}
      role={state === 'refused' ? 'alert' : 'status'}
      data-testid="act-answer"
      data-state={state}
    >
      <OutcomeIcon state={state} size="1.35rem" />
      <div className="answer-lines">
        {head !== undefined && <p className="answer-head">{head}</p>}
        {lines.map((line, index) => (
          <p key={line.code ?? index} data-testid="act-reason" data-code={line.code}>
            {state === 'done' ? line.head : <b>{line.head}</b>} {line.rest}{' '}
            {line.code !== undefined && state !== 'done' && <span className="answer-code">{line.code}</span>}
          </p>
        ))}
      </div>
    </div>
  );
}
