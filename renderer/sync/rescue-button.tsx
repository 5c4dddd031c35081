import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../connection/queries.ts';
import { namespaces } from '../i18n/start.ts';
import type { SavedRescue } from './save-rescue.ts';
import { saveRescue } from './save-rescue.ts';

/** What was not sent, as a file to carry to the province. */
export function RescueButton({ unsent }: { readonly unsent: number }) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | SavedRescue>('idle');
  const save = async (): Promise<void> => {
    setState('busy');
    setState(await saveRescue(api).catch(() => 'failed' as const));
  };
  return (
    <div className="story-rescue">
      <Button
        size="sm"
        variant="default"
        loading={state === 'busy'}
        onClick={() => void save()}
        data-testid="rescue-export"
      >
        {t('rescue.button', { count: unsent })}
      </Button>
      {typeof state === 'string' ? (
        <p>{t(state === 'failed' ? 'rescue.failed' : 'rescue.help')}</p>
      ) : (
        <p role="status" data-testid="rescue-saved">
          {t('rescue.saved', { count: state.facts, name: state.name })}{' '}
          {state.damaged &&
            (state.unreadable > 0
              ? t('rescue.unreadable', { count: state.unreadable })
              : t('rescue.damaged'))}
        </p>
      )}
    </div>
  );
}
