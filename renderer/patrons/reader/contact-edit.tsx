import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactAnswer, ContactForm, PatronContact } from '../../../contract/workstation/patrons.ts';
import { useApi } from '../../connection/queries.ts';
import { ActAnswerView, ReasonsView } from '../../forms/act-answer-view.tsx';
import { MatterForm } from '../../forms/matter.tsx';
import type { ActAnswer } from '../../forms/use-act.ts';
import { noAnswer } from '../../forms/use-act.ts';
import { namespaces } from '../../i18n/start.ts';
import { usePage } from '../../ui/page-context.tsx';
import { FieldError } from '../form-field.tsx';
import { contactChanges } from './contact-changes.ts';

const fields = ['phone', 'email', 'residence', 'citizenId', 'guardianName', 'guardianPhone'] as const;
const nothing: PatronContact = {
  phone: '',
  email: '',
  residence: '',
  citizenId: '',
  guardianName: '',
  guardianPhone: '',
};

interface ContactEditProps {
  readonly patron: string;
  /** What was opened, or null where nothing was left. */
  readonly contact: PatronContact | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Changes what is sealed. The citizen number stays covered: it is kept unless another is typed. */
export function ContactEdit({ patron, contact, onDone, onCancel }: ContactEditProps) {
  const { t } = useTranslation(namespaces);
  const { connection } = usePage();
  const api = useApi();
  const shown = contact ?? nothing;
  const [form, setForm] = useState<ContactForm>({ ...shown, citizenId: '' });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActAnswer | null>(null);
  const [problems, setProblems] = useState<Extract<ContactAnswer, { readonly ok: false }>['problems']>([]);
  const [refusals, setRefusals] = useState(0);
  // After the fields say what is wrong, and not again while they are mended.
  useEffect(() => {
    if (refusals > 0) focusFirstProblem();
  }, [refusals]);
  const changes = contactChanges(shown, form);
  const save = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await api.patrons.amendContact({ patron, changes });
      if (answer.ok) onDone();
      else {
        setProblems(answer.problems);
        setRefusals((count) => count + 1);
      }
    } catch {
      setFailure(noAnswer(connection));
    } finally {
      setBusy(false);
    }
  };
  const general = problems.flatMap(({ field, reason }) => (field === null ? [reason] : []));
  return (
    <MatterForm
      confirm={t('reader.contact.save')}
      testId="contact-save"
      busy={busy}
      disabled={Object.keys(changes).length === 0}
      onConfirm={() => void save()}
      onCancel={onCancel}
    >
      {fields.map((field, index) => {
        const problem = problems.find((one) => one.field === field)?.reason;
        return (
          <TextInput
            key={field}
            label={t(`register.field.${field}`)}
            value={form[field]}
            placeholder={field === 'citizenId' ? shown.citizenId : ''}
            description={
              field === 'citizenId' && shown.citizenId !== '' ? t('reader.contact.keepNumber') : undefined
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={problem && <FieldError problem={problem} />}
            autoFocus={index === 0}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setForm({ ...form, [field]: event.currentTarget.value });
              setProblems(problems.filter((one) => one.field !== field));
            }}
            data-testid={`contact-${field}`}
          />
        );
      })}
      {general.length > 0 && <ReasonsView state="refused" reasons={general} />}
      <ActAnswerView answer={failure} />
    </MatterForm>
  );
}

/** The button is at the foot of a long form: what is wrong may be out of sight above it. */
function focusFirstProblem(): void {
  document.querySelector<HTMLElement>('[data-testid="matter-contact"] [aria-invalid="true"]')?.focus();
}
