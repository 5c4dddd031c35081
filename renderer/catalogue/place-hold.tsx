import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron, TitleDetail } from '../../contract/workstation/desk.ts';
import { useInfo, usePolicy, useRows } from '../connection/queries.ts';
import { questionKind } from '../desk/rows/question.ts';
import { RowQuestionBar } from '../desk/rows/row-question-bar.tsx';
import { ActAnswerView, ReasonsView } from '../forms/act-answer-view.tsx';
import { DateField } from '../forms/date-field.tsx';
import { dayOf } from '../forms/date-text.ts';
import { useAct } from '../forms/use-act.ts';
import { namespaces } from '../i18n/start.ts';

interface PlaceHoldProps {
  readonly open: DeskPatron;
  readonly detail: TitleDetail;
}

/** A hold for the reader at the desk: any copy or one of them, where it is collected, and from when. */
export function PlaceHold({ open, detail }: PlaceHoldProps) {
  const { t } = useTranslation(namespaces);
  const { data: info } = useInfo();
  const { data: policy } = usePolicy();
  const { busy, answer, act } = useAct();
  const [copy, setCopy] = useState('');
  const [pickup, setPickup] = useState<string | null>(null);
  const [startsOn, setStartsOn] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [recall, setRecall] = useState(false);
  // A question is answered on its row; the row here is the same one.
  const asked = answer?.row?.id ?? null;
  const live = useRows().data?.rows.find(({ id }) => id === asked) ?? answer?.row ?? null;
  const libraries = policy?.libraries ?? [];
  const inForce = policy?.sets.find(({ version }) => version === policy.inForce);
  const mayRecall =
    (inForce?.holdPolicies.some((one) => one.recall !== 'none') ?? false) &&
    detail.copies.some(({ status }) => status === 'on-loan');
  const place = pickup ?? info?.library.id ?? '';
  const isTyped = (text: string): boolean => text.trim() === '' || dayOf(text) !== null;
  const save = (): void =>
    void act({
      do: 'place-hold',
      hold: crypto.randomUUID(),
      level: copy === '' ? 'title' : 'copy',
      biblio: detail.id,
      item: copy === '' ? null : copy,
      patron: open.patron.id,
      pickup: place,
      startsOn: dayOf(startsOn),
      expiresOn: dayOf(expiresOn),
      recall: recall && mayRecall,
      note: '',
      confirmed: [],
    });
  const kind = live && questionKind(live);
  return (
    <section className="title-part place" aria-labelledby="place-title" data-testid="place-hold">
      <h3 id="place-title" className="form-part-title">
        {t('title.place', { name: open.patron.name })}
      </h3>
      <div className="form-grid">
        <NativeSelect
          label={t('title.level')}
          value={copy}
          onChange={(event) => setCopy(event.currentTarget.value)}
          data={[
            { value: '', label: t('title.anyCopy') },
            ...detail.copies
              .filter(({ lending }) => lending === 'for-loan')
              .map(({ item }) => ({
                value: item.id,
                label: t('title.thisCopy', { barcode: item.barcode }),
              })),
          ]}
          data-testid="hold-level"
        />
        <NativeSelect
          label={t('title.pickup')}
          value={place}
          onChange={(event) => setPickup(event.currentTarget.value)}
          data={libraries.map(({ id, name }) => ({ value: id, label: name }))}
          data-testid="hold-pickup"
        />
        <DateField label={t('title.startsOn')} value={startsOn} onChange={setStartsOn} testId="hold-starts" />
        <DateField
          label={t('title.expiresOn')}
          value={expiresOn}
          onChange={setExpiresOn}
          testId="hold-expires"
        />
      </div>
      {mayRecall && (
        <Checkbox
          label={t('title.recall')}
          description={t('title.recallHelp')}
          checked={recall}
          onChange={(event) => setRecall(event.currentTarget.checked)}
          data-testid="hold-recall"
        />
      )}
      {live && kind ? (
        <>
          <ReasonsView state="question" reasons={live.findings.map(({ reason }) => reason)} />
          <RowQuestionBar row={live} kind={kind} hasKeys={false} />
        </>
      ) : (
        <ActAnswerView answer={live ? { row: live } : answer} done={t('title.placed')} />
      )}
      <div className="form-acts form-acts-end">
        <Button
          loading={busy}
          disabled={Boolean(kind) || place === '' || !isTyped(startsOn) || !isTyped(expiresOn)}
          data-testid="hold-save"
          onClick={save}
        >
          {t('title.save')}
        </Button>
      </div>
    </section>
  );
}
