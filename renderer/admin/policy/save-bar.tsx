import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyFault } from '../../../domain/policy/check-policy-set.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import { keys } from '../../connection/keys.ts';
import { useApi } from '../../connection/queries.ts';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import type { FormAct } from '../../forms/use-act.ts';
import { namespaces } from '../../i18n/start.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { faultName } from '../code-words.ts';
import { FaultList } from './fault-list.tsx';
import { faultsUnder } from './faults.ts';
import { DayEdit } from './fields/day-edit.tsx';
import { ImpactPanel } from './impact-panel.tsx';
import type { PolicyEditor } from './use-policy-editor.ts';

interface SaveBarProps {
  readonly editor: PolicyEditor;
  readonly draft: PolicySet;
  readonly saving: FormAct;
  readonly onSave: () => void;
  readonly onFault: (fault: PolicyFault) => void;
}

/** The foot of a draft: from when, how much changes, what is still wrong, and saving. */
export function SaveBar({ editor, draft, saving, onSave, onFault }: SaveBarProps) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const { faults, change, overview } = editor;
  const [opened, setOpened] = useState<'impact' | 'faults' | null>(null);
  const asked = useSettled(draft, 500);
  const canCount = faults.length === 0 && asked === draft;
  const { data, isFetching, isError } = useQuery({
    queryKey: keys.policyPreview(asked),
    queryFn: () => api.policy.preview({ set: asked }),
    enabled: canCount,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const impact = faults.length === 0 && !isError ? data?.impact : undefined;
  const problem = (path: string): string | null => {
    const [first] = faultsUnder(faults, path);
    return first ? faultName(t, first.fault) : null;
  };
  const toggle = (what: 'impact' | 'faults'): void => setOpened(opened === what ? null : what);
  return (
    <div className="save-bar">
      {opened === 'impact' && impact && (
        <ImpactPanel impact={impact} draft={draft} libraries={overview?.libraries ?? []} />
      )}
      {opened === 'faults' && faults.length > 0 && (
        <FaultList faults={faults} draft={draft} onFault={onFault} />
      )}
      <ActAnswerView answer={saving.answer} />
      <div className="save-line">
        <TextInput
          className="save-version"
          label={t('policy.save.version')}
          value={draft.version}
          error={problem('version')}
          maxLength={64}
          onChange={(event) => change({ ...draft, version: event.currentTarget.value })}
          data-testid="policy-new-version"
        />
        <div className="save-day">
          <DayEdit
            label={t('policy.save.effectiveFrom')}
            value={draft.effectiveFrom}
            problem={problem('effectiveFrom')}
            testId="policy-effective-from"
            onChange={(effectiveFrom) => change({ ...draft, effectiveFrom })}
          />
        </div>
        <div className="save-impact" data-testid="policy-impact" data-changed={impact?.changed ?? ''}>
          {faults.length > 0 && <span className="form-quiet">{t('policy.impact.waits')}</span>}
          {faults.length === 0 && isError && <span>{t('policy.impact.failed')}</span>}
          {faults.length === 0 && !isError && !impact && <span>{t('policy.impact.counting')}</span>}
          {impact && (
            <p title={t('policy.impact.help')} className={isFetching || !canCount ? 'form-quiet' : undefined}>
              <b>
                {impact.changed === 0
                  ? t('policy.impact.none')
                  : t('policy.impact.cells', { count: impact.changed })}
              </b>{' '}
              {t('policy.impact.of', { cells: impact.cells })}
            </p>
          )}
          {impact && impact.changed > 0 && (
            <button
              type="button"
              className="link"
              aria-expanded={opened === 'impact'}
              data-testid="policy-impact-show"
              onClick={() => toggle('impact')}
            >
              {opened === 'impact' ? t('policy.impact.hide') : t('policy.impact.show')}
            </button>
          )}
        </div>
        {faults.length > 0 && (
          <Button
            variant="default"
            aria-expanded={opened === 'faults'}
            data-testid="policy-faults"
            onClick={() => toggle('faults')}
          >
            {t('policy.save.faults', { count: faults.length })}
          </Button>
        )}
        <Button disabled={faults.length > 0} loading={saving.busy} data-testid="policy-save" onClick={onSave}>
          {t('policy.save.button')}
        </Button>
      </div>
    </div>
  );
}
