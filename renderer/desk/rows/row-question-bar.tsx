import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { permissionWords } from '../../../contract/locales/format.ts';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { useToday } from '../../connection/queries.ts';
import { localeOf } from '../../format/reasons.ts';
import { readDueDay } from '../../format/typed-dates.ts';
import { DateField } from '../../forms/date-field.tsx';
import type { Translate } from '../../i18n/start.ts';
import { namespaces } from '../../i18n/start.ts';
import { KeyedButton } from '../../ui/keyed-button.tsx';
import { useDeskDrawers } from '../drawers/desk-drawer.ts';
import { focusScanBox } from '../scan/focus-scan-box.ts';
import { useDeskCalls } from '../use-desk-calls.ts';
import type { QuestionKind } from './question.ts';
import { keepsTheCopy, missingFields, nothingTyped } from './question.ts';
import { rowSubject } from './row-word.ts';

interface RowQuestionBarProps {
  readonly row: DeskRow;
  readonly kind: QuestionKind;
  readonly hasKeys: boolean;
}

/**
 * The answers to a row that asks. No button has the focus of itself and Enter presses none of them: only a click, or
 * a key that no scanner sends.
 */
export function RowQuestionBar({ row, kind, hasKeys }: RowQuestionBarProps) {
  const { t } = useTranslation(namespaces);
  const calls = useDeskCalls();
  const drawers = useDeskDrawers();
  const today = useToday();
  const [typed, setTyped] = useState(nothingTyped);
  const bar = useRef<HTMLDivElement>(null);
  const { question } = row;
  const wants = question?.wants ?? [];
  const lacking = question?.lacking ?? [];
  const dueRead = wants.includes('due') ? readDueDay(typed.due, today) : null;

  const sayYes = (): void => {
    if (kind === 'register') return drawers.open({ kind: 'register', row: row.id });
    if (kind === 'fast-add') return drawers.open({ kind: 'fast-add', code: row.text });
    if (!question) return;
    const due = dueRead?.ok ? dueRead.due : null;
    const [missing] = missingFields(question, typed, due);
    if (missing) {
      bar.current?.querySelector<HTMLInputElement>(`[data-testid='row-field-${missing}']`)?.focus();
      return;
    }
    const { letter, approver } = typed;
    const restricted = wants.includes('restricted') ? { letter, approver } : null;
    focusScanBox(bar.current);
    calls.answer({ row: row.id, confirmed: question.confirm, due, restricted });
  };
  const sayNo = (): void => {
    focusScanBox(bar.current);
    calls.decline(row.id);
  };
  const lackingId = `lacking-${row.id}`;
  return (
    <div
      className="ask-bar"
      role="group"
      aria-label={t('question.label', { subject: rowSubject(row) || row.text })}
      data-testid="row-question"
      data-kind={kind}
      ref={bar}
    >
      {wants.includes('due') && (
        <DateField
          label={t('question.due')}
          value={typed.due}
          onChange={(due) => setTyped({ ...typed, due })}
          problem={dueRead && !dueRead.ok && dueRead.fault === 'past' ? t('modes.fault.past') : null}
          size="xs"
          testId="row-field-due"
        />
      )}
      {wants.includes('restricted') && (
        <>
          <TextInput
            label={t('question.letter')}
            size="xs"
            maxLength={200}
            autoComplete="off"
            value={typed.letter}
            data-testid="row-field-letter"
            onChange={(event) => setTyped({ ...typed, letter: event.currentTarget.value })}
          />
          <TextInput
            label={t('question.approver')}
            size="xs"
            maxLength={200}
            autoComplete="off"
            value={typed.approver}
            data-testid="row-field-approver"
            onChange={(event) => setTyped({ ...typed, approver: event.currentTarget.value })}
          />
        </>
      )}
      <KeyedButton
        act={hasKeys ? 'yes' : null}
        testId="row-yes"
        // An unknown code is scanned again first; adding a book is the exception.
        variant={kind === 'fast-add' ? 'default' : 'filled'}
        disabled={lacking.length > 0}
        describedBy={lacking.length > 0 ? lackingId : undefined}
        onClick={sayYes}
      >
        {yesLabel(t, kind)}
      </KeyedButton>
      {question && (
        <KeyedButton act={hasKeys ? 'no' : null} testId="row-no" onClick={sayNo}>
          {noLabel(t, row, kind)}
        </KeyedButton>
      )}
      {lacking.length > 0 && (
        <p className="ask-lacking" id={lackingId} data-testid="row-lacking">
          {t('question.lacking', {
            permissions: lacking.map((permission) => permissionWords(permission, localeOf(t))).join(', '),
          })}
        </p>
      )}
    </div>
  );
}

function yesLabel(t: Translate, kind: QuestionKind): string {
  if (kind === 'fast-add') return t('question.fastAdd');
  if (kind === 'register') return t('question.register');
  return t(`question.yes.${kind}`);
}

function noLabel(t: Translate, row: DeskRow, kind: QuestionKind): string {
  if (kind === 'fast-add') return t('question.ignore');
  return keepsTheCopy(row) ? t('question.no.keep') : t('question.no.not');
}
