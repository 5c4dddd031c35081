import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import { legalGrounds } from '../../../domain/money/legal-grounds.ts';
import { formatDate, formatDay } from '../../format/dates.ts';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import { DateField } from '../../forms/date-field.tsx';
import { dayOf } from '../../forms/date-text.ts';
import { Matter, MatterForm } from '../../forms/matter.tsx';
import { groundName } from '../../forms/ground-name.ts';
import { useAct } from '../../forms/use-act.ts';
import { useMay } from '../../forms/use-may.ts';
import { namespaces } from '../../i18n/start.ts';

const grounds = legalGrounds.filter(({ exemptsFromCardFee }) => exemptsFromCardFee);

interface ExemptionMatterProps {
  readonly open: DeskPatron;
  readonly today: string;
}

/** Legal grounds that were shown at the desk. Seen and not kept: no copy, no number. */
export function ExemptionMatter({ open: { patron }, today }: ExemptionMatterProps) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const { busy, answer, act, forget } = useAct();
  const [ground, setGround] = useState<string | null>(null);
  const [until, setUntil] = useState('');
  const lastDay = until.trim() === '' ? 'endless' : dayOf(until);
  const record = async (): Promise<void> => {
    if (ground === null || lastDay === null) return;
    const row = await act({ do: 'record-exemption', patron: patron.id, ground, until: lastDay });
    if (row) setGround(null);
  };
  return (
    <Matter
      title={t('reader.exemption.title')}
      testId="matter-exemption"
      acts={
        ground === null && (
          <Button
            size="xs"
            variant="default"
            disabled={!may('register')}
            data-testid="exemption-add"
            onClick={() => {
              forget();
              setGround(grounds[0]?.id ?? '');
              setUntil('');
            }}
          >
            {t('reader.exemption.add')}
          </Button>
        )
      }
    >
      {patron.exemptions.length === 0 && <p className="form-quiet">{t('reader.exemption.none')}</p>}
      {patron.exemptions.length > 0 && (
        <ul className="card-list">
          {patron.exemptions.map((exemption) => {
            const isOver = exemption.until !== 'endless' && exemption.until < today;
            return (
              <li key={exemption.ground} data-testid="exemption-line">
                {groundName(t, exemption.ground)}{' '}
                <span className="form-quiet">
                  {exemption.until === 'endless'
                    ? t('forms.endless')
                    : t('forms.until', { date: formatDate(exemption.until) })}
                  {isOver && `, ${t('reader.exemption.over')}`} ·{' '}
                  {t('reader.exemption.seen', { date: formatDay(exemption.seenAt) })}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {ground !== null && (
        <MatterForm
          confirm={t('reader.exemption.add')}
          testId="exemption-save"
          busy={busy}
          disabled={lastDay === null}
          onConfirm={() => void record()}
          onCancel={() => setGround(null)}
        >
          <div className="form-grid">
            <NativeSelect
              label={t('reader.exemption.ground')}
              value={ground}
              onChange={(event) => setGround(event.currentTarget.value)}
              data={grounds.map(({ id }) => ({ value: id, label: groundName(t, id) }))}
              data-testid="exemption-ground"
            />
            <DateField
              label={t('reader.exemption.until')}
              value={until}
              onChange={setUntil}
              description={t('reader.exemption.untilHelp')}
              testId="exemption-until"
            />
          </div>
          <p className="form-quiet">{t('register.exemptionHelp')}</p>
        </MatterForm>
      )}
      <ActAnswerView answer={answer} done={t('reader.exemption.recorded')} />
    </Matter>
  );
}
