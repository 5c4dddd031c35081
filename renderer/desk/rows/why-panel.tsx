import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../domain/circulation/explanation.ts';
import { useInfo } from '../../connection/queries.ts';
import { explainDue, explainParts } from '../../format/explanation.ts';
import { namespaces } from '../../i18n/start.ts';
import './why-panel.css';

interface WhyPanelProps {
  readonly explanation: Explanation;
  /** False for a loan that was refused: a due date that nobody was promised would only confuse. */
  readonly withDue: boolean;
}

/** The answer to "Vì sao?": the rule that won, its numbers, and how the date came about. */
export function WhyPanel({ explanation, withDue }: WhyPanelProps) {
  const { t, i18n } = useTranslation(namespaces);
  const { data: info } = useInfo();
  const context = { t, language: i18n.language, library: info?.library ?? { id: '', name: '' } };
  const steps = withDue && explanation.due ? explainDue(context, explanation.due) : [];
  return (
    <div className="why" data-testid="why-panel">
      {steps.length > 0 && (
        <div className="why-due">
          <h3 className="heading">{t('explain.due')}</h3>
          <ol className="why-steps">
            {steps.map((step, index) => (
              <li key={step.kind + step.date} className={`why-step why-step-${step.kind}`}>
                {index > 0 && <IconChevronRight aria-hidden className="why-arrow" />}
                <span className={index === steps.length - 1 ? 'why-stop why-stop-last' : 'why-stop'}>
                  <span className="why-date">{step.date}</span>
                  <span className="why-note">{step.note}</span>
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
      <dl className="why-parts">
        {explainParts(context, explanation, withDue).map(({ part, heading, lines: [first, ...others] }) => (
          <div key={part} className="why-part">
            <dt className="heading">{heading}</dt>
            <dd>
              <b>{first}</b>
              {others.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
