import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { namespaces } from '../i18n/start.ts';
import { notes, sumOfNotes } from './cash-notes.ts';

/** Counts a drawer note by note; the sum goes to the field below at every figure. */
export function NoteCount({ onSum }: { readonly onSum: (sum: number) => void }) {
  const { t } = useTranslation(namespaces);
  const [counts, setCounts] = useState<Readonly<Record<number, string>>>({});
  return (
    <fieldset className="note-count">
      <legend>
        {t('money.till.count')} <span className="form-quiet">{t('money.till.countHelp')}</span>
      </legend>
      <div className="notes">
        {notes.map((note) => (
          <label key={note} className="note">
            <span className="note-name">{formatAmount(note)}</span>
            <TextInput
              value={counts[note] ?? ''}
              inputMode="numeric"
              autoComplete="off"
              aria-label={t('money.till.sheets', { note: formatAmount(note) })}
              data-testid={`till-note-${note}`}
              onChange={(event) => {
                const next = { ...counts, [note]: event.currentTarget.value };
                setCounts(next);
                onSum(sumOfNotes(next));
              }}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
