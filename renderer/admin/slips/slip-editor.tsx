import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { checkTemplate } from '../../../domain/printing/check-template.ts';
import { linesOf } from '../../../domain/printing/parse-template.ts';
import type { SlipKind } from '../../../domain/printing/template.ts';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useMay } from '../../forms/use-may.ts';
import { namespaces } from '../../i18n/start.ts';
import { faultName } from '../code-words.ts';
import { MarkupHelp } from './markup-help.tsx';
import { Placeholders } from './placeholders.tsx';
import { SlipPreview } from './slip-preview.tsx';

interface SlipEditorProps {
  readonly kind: SlipKind;
  readonly library: string;
  /** The wording that is printed now. */
  readonly saved: string;
  /** The wording every library has that has none of its own. */
  readonly standard: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The wording of one slip: text with numbered lines, what may be put in, and the paper it makes. */
export function SlipEditor({ kind, library, saved, standard, text, onText }: SlipEditorProps) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const { busy, answer, act, forget } = useAct();
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLOListElement>(null);
  const template = { id: `${library}/${kind}`, library, kind, text };
  const fault = checkTemplate(template);
  const lines = linesOf(text).length;
  const change = (next: string): void => {
    forget();
    onText(next);
  };
  const insert = (piece: string): void => {
    const field = area.current;
    if (!field) return;
    const { selectionStart: start, selectionEnd: end } = field;
    change(text.slice(0, start) + piece + text.slice(end));
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(start + piece.length, start + piece.length);
    });
  };
  return (
    <>
      <section className="slip-words" aria-labelledby={`slip-editor-${kind}`}>
        <div className="slip-words-head">
          <h2 id={`slip-editor-${kind}`}>{t('templates.editor')}</h2>
          <span className="form-quiet">{t('templates.length', { lines })}</span>
        </div>
        <div className="slip-code">
          <ol className="slip-numbers" aria-hidden ref={numbers}>
            {Array.from({ length: Math.max(lines, 1) }, (_, index) => index + 1).map((line) => (
              <li key={line} className={line === fault?.line ? 'slip-line-faulty' : undefined}>
                {line}
              </li>
            ))}
          </ol>
          <textarea
            ref={area}
            className="slip-text"
            aria-labelledby={`slip-editor-${kind}`}
            aria-invalid={fault !== null}
            aria-describedby={`slip-fault-${kind}`}
            value={text}
            spellCheck={false}
            wrap="off"
            readOnly={!may('templates')}
            data-testid="template-text"
            onChange={(event) => change(event.currentTarget.value)}
            onScroll={(event) => {
              if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
            }}
          />
        </div>
        <p id={`slip-fault-${kind}`} className="field-problem" role="status" data-testid="template-fault">
          {fault && t('templates.faultAt', { line: fault.line, fault: faultName(t, fault.fault) })}
        </p>
        <ActAnswerView answer={answer} done={t('templates.saved')} />
        <div className="form-acts">
          <Button
            disabled={fault !== null || text === saved || !may('templates')}
            loading={busy}
            data-testid="template-save"
            onClick={() => void act({ do: 'save-template', template })}
          >
            {t('templates.save')}
          </Button>
          <Button
            variant="default"
            disabled={text === standard}
            data-testid="template-restore"
            onClick={() => change(standard)}
          >
            {t('templates.restore')}
          </Button>
        </div>
      </section>
      <section className="slip-help" tabIndex={0} aria-label={t('templates.placeholders')}>
        <Placeholders kind={kind} onInsert={insert} />
        <MarkupHelp onInsert={insert} />
      </section>
      <SlipPreview template={template} isRight={fault === null} />
    </>
  );
}
