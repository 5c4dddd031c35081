import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatronHit } from '../../../contract/workstation/contract.ts';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import { readFullName } from '../../../domain/identifiers/contact.ts';
import { reason } from '../../../domain/outcome.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import { formatDate } from '../../format/dates.ts';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import { DateField } from '../../forms/date-field.tsx';
import { dayOf, dayText } from '../../forms/date-text.ts';
import { Matter, MatterForm } from '../../forms/matter.tsx';
import { ReaderPicker } from '../../forms/reader-picker.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useMay } from '../../forms/use-may.ts';
import { namespaces } from '../../i18n/start.ts';
import { FieldError } from '../form-field.tsx';
import type { ProfileDraft } from './profile-changes.ts';
import { profileChanges } from './profile-changes.ts';

interface ProfileMatterProps {
  readonly open: DeskPatron;
  readonly set: PolicySet | null;
}

/** Name, category, birth date, and who answers for the reader. */
export function ProfileMatter({ open, set }: ProfileMatterProps) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const { busy, answer, act, forget } = useAct();
  const [draft, setDraft] = useState<ProfileDraft | null>(null);
  const { patron, guarantor, wards } = open;
  const categoryName = (id: string): string => set?.categories.find((known) => known.id === id)?.name ?? id;
  const begin = (): void => {
    forget();
    setDraft({
      name: patron.name,
      category: patron.category,
      birthDate: dayText(patron.birthDate),
      guarantor: guarantor satisfies PatronHit | null,
      note: '',
    });
  };
  const changes = draft && profileChanges(patron, draft);
  const isNoDay = draft !== null && draft.birthDate.trim() !== '' && dayOf(draft.birthDate) === null;
  const name = changes?.name === undefined ? null : readFullName(changes.name);
  const nameProblem = name === null || name.ok ? null : reason('LT-1801', { fault: name.fault });
  const save = async (): Promise<void> => {
    if (!draft || !changes) return;
    const row = await act({ do: 'amend-patron', patron: patron.id, changes, note: draft.note.trim() });
    if (row) setDraft(null);
  };
  return (
    <Matter
      title={t('reader.profile')}
      testId="matter-profile"
      acts={
        !draft && (
          <Button
            size="xs"
            variant="default"
            disabled={!may('register')}
            data-testid="profile-edit"
            onClick={begin}
          >
            {t('forms.edit')}
          </Button>
        )
      }
    >
      {draft ? (
        <MatterForm
          confirm={t('forms.save')}
          testId="profile-save"
          busy={busy}
          disabled={isNoDay || changes === null || nameProblem !== null}
          onConfirm={() => void save()}
          onCancel={() => setDraft(null)}
        >
          <div className="form-grid">
            <TextInput
              label={t('register.field.name')}
              value={draft.name}
              onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
              error={nameProblem && <FieldError problem={nameProblem} />}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              data-testid="profile-name"
            />
            <NativeSelect
              label={t('register.field.category')}
              value={draft.category}
              onChange={(event) => setDraft({ ...draft, category: event.currentTarget.value })}
              data={(set?.categories ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              data-testid="profile-category"
            />
            <DateField
              label={t('register.field.birthDate')}
              value={draft.birthDate}
              onChange={(birthDate) => setDraft({ ...draft, birthDate })}
              testId="profile-birth-date"
            />
            <TextInput
              label={t('reader.amendNote')}
              value={draft.note}
              maxLength={500}
              onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
              data-testid="profile-note"
            />
            <div className="form-wide">
              <ReaderPicker
                label={t('register.field.guarantor')}
                value={draft.guarantor}
                onChange={(chosen) => setDraft({ ...draft, guarantor: chosen })}
                testId="profile-guarantor"
              />
            </div>
          </div>
          {changes === null && <p className="form-quiet">{t('reader.nothingToSave')}</p>}
        </MatterForm>
      ) : (
        <dl className="facts">
          <dt>{t('register.field.category')}</dt>
          <dd>{categoryName(patron.category)}</dd>
          <dt>{t('register.field.birthDate')}</dt>
          <dd>{patron.birthDate === null ? t('reader.bornUnknown') : formatDate(patron.birthDate)}</dd>
          <dt>{t('register.field.guarantor')}</dt>
          <dd>{guarantor ? `${guarantor.name} (${guarantor.card})` : t('reader.guarantorNone')}</dd>
          {wards.length > 0 && (
            <>
              <dt>{t('reader.wards')}</dt>
              <dd>{wards.map(({ name, card }) => `${name} (${card})`).join('; ')}</dd>
            </>
          )}
        </dl>
      )}
      <ActAnswerView answer={answer} done={t('reader.amended')} />
    </Matter>
  );
}
