import { TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatronHit } from '../../contract/workstation/contract.ts';
import { keys } from '../connection/keys.ts';
import { useApi } from '../connection/queries.ts';
import { namespaces } from '../i18n/start.ts';
import { useSettled } from '../ui/use-settled.ts';

/** Fewest characters worth a search, and most hits worth choosing from. */
const shortest = 2;
const mostHits = 6;

interface ReaderPickerProps {
  readonly label: string;
  readonly value: PatronHit | null;
  readonly onChange: (patron: PatronHit | null) => void;
  readonly error?: ReactNode;
  readonly testId: string;
}

/** Finds a reader by name or card and shows the one that was chosen. */
export function ReaderPicker({ label, value, onChange, error, testId }: ReaderPickerProps) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), 120);
  const asked = text.length >= shortest && value === null;
  const { data: hits = [] } = useQuery({
    queryKey: keys.readers(text),
    queryFn: () => api.patrons.search({ text }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  if (value) {
    return (
      <div className="picked" data-testid={testId} data-card={value.card}>
        <span className="picked-label">{label}</span>
        <span className="picked-name">
          <b>{value.name}</b> {value.card}
        </span>
        <button type="button" className="link" onClick={() => onChange(null)}>
          <IconX aria-hidden size="0.9rem" /> {t('forms.remove')}
        </button>
      </div>
    );
  }
  return (
    <div className="picker">
      <TextInput
        label={label}
        placeholder={t('forms.findReader')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={error}
        autoComplete="off"
        data-testid={testId}
      />
      {asked && (
        <ul className="picker-hits" aria-label={label}>
          {hits.slice(0, mostHits).map((hit) => (
            <li key={hit.id}>
              <button
                type="button"
                className="picker-hit"
                data-testid="picker-hit"
                onClick={() => {
                  onChange(hit);
                  setTyped('');
                }}
              >
                <b>{hit.name}</b> <span className="form-quiet">{hit.card}</span>
              </button>
            </li>
          ))}
          {hits.length === 0 && <li className="picker-none">{t('forms.findReaderNone')}</li>}
        </ul>
      )}
    </div>
  );
}
