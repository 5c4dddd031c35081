import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePatron } from '../../connection/queries.ts';
import { SideDrawer } from '../../forms/side-drawer.tsx';
import { namespaces } from '../../i18n/start.ts';
import { mostCodes, readCodes } from './read-codes.ts';

interface BatchDrawerProps {
  readonly onStart: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}

/** A pasted list of codes; each becomes a scan, in order. */
export default function BatchDrawer({ onStart, onClose }: BatchDrawerProps) {
  const { t } = useTranslation(namespaces);
  const [text, setText] = useState('');
  const patron = usePatron().data?.patron ?? null;
  const codes = readCodes(text);
  const tooMany = codes.length > mostCodes;
  return (
    <SideDrawer
      title={t('batch.title')}
      testId="batch-drawer"
      size="min(32rem, 94vw)"
      onClose={onClose}
      foot={
        <div className="form-acts form-acts-end">
          <Button variant="default" onClick={onClose}>
            {t('forms.cancel')}
          </Button>
          <Button
            disabled={codes.length === 0 || tooMany}
            data-testid="batch-start"
            onClick={() => {
              onStart(codes);
              onClose();
            }}
          >
            {t('batch.start', { count: codes.length })}
          </Button>
        </div>
      }
    >
      <p>{t('batch.help')}</p>
      <p>
        <b>{patron ? t('batch.lend', { name: patron.name }) : t('batch.return')}</b>
      </p>
      <Textarea
        label={t('batch.label')}
        description={t('batch.count', { count: codes.length })}
        error={tooMany ? t('batch.tooMany', { max: mostCodes }) : null}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        rows={16}
        spellCheck={false}
        autoComplete="off"
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-testid="batch-codes"
      />
    </SideDrawer>
  );
}
