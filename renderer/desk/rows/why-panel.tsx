import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../domain/circulation/explanation.ts';
import { useInfo } from '../../connection/queries.ts';
import { explainDue } from '../../format/explain-due.ts';
import { explainParts } from '../../format/explanation.ts';
import { namespaces } from '../../i18n/start.ts';
import './why-panel.css';

interface WhyPanelProps {
  readonly explanation: Explanation;
  /** False for an act that was refused, or still asks: it used up nothing. */
  readonly happened: boolean;
  /** False for a loan that was refused: a due date that nobody was promised would only confuse. */
  readonly withDue: boolean;
}

/** The answer to "Vì sao?": how the date came about, the rule that won, and what its five policies say. */
export function WhyPanel({ explanation, happened, withDue }: WhyPanelProps) {
  const { t, i18n } = useTranslation(namespaces);
  const { data: info } = useInfo();
  const { due } = explanation;
  const library = info?.library ?? { id: '', name: '' };
  const steps = withDue && due ? explainDue({ t, language: i18n.language }, due) : [];
  return (
    <div className="why" data-testid="why-panel">
      {steps.length > 0 && (
        <div className="why-due">
          <h3 className="heading">{t('explain.due')}</h3>
          <ol className="why-steps">
            {steps.map((step, index) => (
              <li key={step.kind + step.date + step.note} className={`why-step why-step-${step.kind}`}>
                {index > 0 && <IconChevronRight aria-hidden className="why-arrow" />}
                <span className={index === steps.length - 1 ? 'why-stop why-stop-last' : 'why-stop'}>
                  <span className="why-date">{step.date}</span>
                  <span className="why-note">{step.note}</span>
                </span>
              </li>
            ))}
          </ol>
          {due?.lunarDaysUnknown && <p className="why-warning">{t('explain.lunarUnknown')}</p>}
        </div>
      )}
      <dl className="why-parts">
        {explainParts({ t, library }, explanation, happened).map(
          ({ part, heading, lines: [first, ...others] }) => (
            <div key={part} className="why-part" data-part={part}>
              <dt className="heading">{heading}</dt>
              <dd>
                <b>{first}</b>
                {others.map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
