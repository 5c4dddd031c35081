import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import { formatDate } from '../../format/dates.ts';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import { DateField } from '../../forms/date-field.tsx';
import { dayOf } from '../../forms/date-text.ts';
import { Matter, MatterForm } from '../../forms/matter.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useMay } from '../../forms/use-may.ts';
import { namespaces } from '../../i18n/start.ts';

/** A block set by a person: until a day or until somebody lifts it, always with the reason that the reader is told. */
export function BlockMatter({ open: { patron } }: { readonly open: DeskPatron }) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const { busy, answer, act, forget } = useAct();
  const [doing, setDoing] = useState<'block' | 'lift' | null>(null);
  const [lately, setLately] = useState<'block' | 'lift'>('block');
  const [why, setWhy] = useState('');
  const [isEndless, setEndless] = useState(true);
  const [lastDay, setLastDay] = useState('');
  const { block } = patron;
  const until = isEndless ? 'endless' : dayOf(lastDay);
  const begin = (what: 'block' | 'lift'): void => {
    forget();
    setWhy('');
    setDoing(what);
  };
  const perform = async (): Promise<void> => {
    if (!doing) return;
    const row = await act({
      do: 'block-patron',
      patron: patron.id,
      until: doing === 'lift' ? null : until,
      reason: why.trim(),
    });
    setLately(doing);
    if (row) setDoing(null);
  };
  return (
    <Matter
      title={t('reader.block.title')}
      testId="matter-block"
      acts={
        doing === null && (
          <Button
            size="xs"
            variant="default"
            disabled={!may('block')}
            data-testid={block ? 'block-lift' : 'block-begin'}
            onClick={() => begin(block ? 'lift' : 'block')}
          >
            {block ? t('reader.block.lift') : t('reader.block.block')}
          </Button>
        )
      }
    >
      <p data-testid="block-state">
        {block
          ? t('reader.block.is', {
              until:
                block.until === 'endless'
                  ? t('forms.endless')
                  : t('forms.until', { date: formatDate(block.until) }),
              why: block.reason,
            })
          : t('reader.block.none')}
      </p>
      {doing !== null && (
        <MatterForm
          confirm={doing === 'block' ? t('reader.block.block') : t('reader.block.lift')}
          testId={`block-${doing}-confirm`}
          busy={busy}
          disabled={doing === 'block' && (why.trim() === '' || until === null)}
          onConfirm={() => void perform()}
          onCancel={() => setDoing(null)}
        >
          <TextInput
            label={doing === 'block' ? t('reader.block.reason') : t('reader.block.liftReason')}
            description={doing === 'block' ? t('reader.block.reasonHelp') : undefined}
            value={why}
            maxLength={500}
            autoFocus
            onChange={(event) => setWhy(event.currentTarget.value)}
            data-testid="block-reason"
          />
          {doing === 'block' && (
            <div className="form-acts">
              <SegmentedControl
                size="xs"
                value={isEndless ? 'endless' : 'day'}
                onChange={(value) => setEndless(value === 'endless')}
                aria-label={t('reader.block.title')}
                data={[
                  { value: 'endless', label: t('reader.block.endless') },
                  { value: 'day', label: t('reader.block.day') },
                ]}
                data-testid="block-until"
              />
              {!isEndless && (
                <DateField
                  label={t('reader.block.lastDay')}
                  value={lastDay}
                  onChange={setLastDay}
                  testId="block-day"
                />
              )}
            </div>
          )}
        </MatterForm>
      )}
      <ActAnswerView
        answer={answer}
        done={lately === 'block' ? t('reader.block.blocked') : t('reader.block.lifted')}
      />
    </Matter>
  );
}
