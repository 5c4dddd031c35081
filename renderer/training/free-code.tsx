import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';

/** Any code at all under the scanner: to see what the desk makes of it. */
export function FreeCode({ onScan }: { readonly onScan: (code: string) => void }) {
  const { t } = useTranslation(namespaces);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const code = new FormData(form).get('code');
    if (typeof code !== 'string' || code === '') return;
    onScan(code);
    form.reset();
  };
  return (
    <form className="free-code" onSubmit={submit}>
      <label>
        <span>{t('training.freeCode')}</span>
        <input
          name="code"
          maxLength={512}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('training.freeCodePlaceholder')}
          data-testid="training-free-code"
        />
      </label>
      <Button type="submit" variant="default" size="xs" data-testid="training-free-code-scan">
        {t('training.freeCodeButton')}
      </Button>
    </form>
  );
}
