import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatronContact } from '../../../contract/workstation/patrons.ts';
import { useApi } from '../../connection/queries.ts';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import { Matter } from '../../forms/matter.tsx';
import { useMay } from '../../forms/use-may.ts';
import type { ActAnswer } from '../../forms/use-act.ts';
import { noAnswer } from '../../forms/use-act.ts';
import { namespaces } from '../../i18n/start.ts';
import { usePage } from '../../ui/page-context.tsx';
import { ContactEdit } from './contact-edit.tsx';

const fields = ['phone', 'email', 'residence', 'citizenId', 'guardianName', 'guardianPhone'] as const;

/** What is sealed. It is fetched for one look, never kept by the page, and the look is logged. */
export function ContactMatter({ patron }: { readonly patron: string }) {
  const { t } = useTranslation(namespaces);
  const { connection } = usePage();
  const api = useApi();
  const [contact, setContact] = useState<PatronContact | 'none' | null>(null);
  const [failure, setFailure] = useState<ActAnswer | null>(null);
  const [whole, setWhole] = useState(false);
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState(false);
  const may = useMay();
  const look = async (asWhole: boolean): Promise<void> => {
    try {
      setFailure(null);
      setSaved(false);
      setContact((await api.patrons.contact({ patron, whole: asWhole })) ?? 'none');
      setWhole(asWhole);
    } catch {
      setFailure(noAnswer(connection));
    }
  };
  return (
    <Matter
      title={t('reader.contact.title')}
      testId="matter-contact"
      acts={
        contact === null ? (
          <Button size="xs" variant="default" data-testid="contact-show" onClick={() => void look(false)}>
            {t('reader.contact.show')}
          </Button>
        ) : (
          <span className="form-acts">
            {!editing && (
              <Button
                size="xs"
                variant="default"
                disabled={!may('register')}
                data-testid="contact-edit"
                onClick={() => setEditing(true)}
              >
                {t('reader.contact.edit')}
              </Button>
            )}
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setContact(null);
                setEditing(false);
              }}
            >
              {t('reader.contact.hide')}
            </Button>
          </span>
        )
      }
    >
      <p className="form-quiet">
        {contact === null ? t('reader.contact.logged') : t('reader.contact.shown')}
      </p>
      {saved && (
        <p role="status" data-testid="contact-saved">
          {t('reader.contact.saved')}
        </p>
      )}
      {contact === 'none' && !editing && <p>{t('reader.contact.none')}</p>}
      {contact !== null && editing && (
        <ContactEdit
          patron={patron}
          contact={contact === 'none' ? null : contact}
          onDone={() => {
            setEditing(false);
            setContact(null);
            setSaved(true);
          }}
          onCancel={() => setEditing(false)}
        />
      )}
      {contact !== null && contact !== 'none' && !editing && (
        <dl className="facts" data-testid="contact-data">
          {fields.map((field) => (
            <ContactLine key={field} label={t(`register.field.${field}`)} value={contact[field]}>
              {field === 'citizenId' && contact.citizenId !== '' && !whole && (
                <button
                  type="button"
                  className="link"
                  data-testid="contact-whole"
                  onClick={() => void look(true)}
                >
                  {t('reader.contact.whole')}
                </button>
              )}
            </ContactLine>
          ))}
        </dl>
      )}
      <ActAnswerView answer={failure} />
    </Matter>
  );
}

function ContactLine(props: {
  readonly label: string;
  readonly value: string;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation(namespaces);
  return (
    <>
      <dt>{props.label}</dt>
      <dd>
        {props.value === '' ? <span className="form-quiet">{t('reader.contact.empty')}</span> : props.value}{' '}
        {props.children}
      </dd>
    </>
  );
}
