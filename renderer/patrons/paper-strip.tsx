import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconScan } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperReading } from '../../contract/workstation/patrons.ts';
import { useApi } from '../connection/queries.ts';
import { reasonSentence, splitSentence } from '../format/reasons.ts';
import type { Translate } from '../i18n/start.ts';
import { namespaces } from '../i18n/start.ts';
import { vi } from '../i18n/vi.ts';
import { isKeyOf } from '../ui/is-key-of.ts';
import { looksLikePaper } from './register-form.ts';
import type { RegistrationState } from './use-registration.ts';

interface PaperStripProps {
  readonly registration: RegistrationState;
  readonly onClose: () => void;
}

/** The head of the form: scan here, what the last paper said, and what is worth a second look. */
export function PaperStrip({ registration, onClose }: PaperStripProps) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const { paper, reading, putBack, read } = registration;
  const [asked, setAsked] = useState(false);
  const [text, setText] = useState('');
  const readText = (code: string): void => {
    setText('');
    setAsked(false);
    // The box goes, and the focus with it: on to the name, which is what is looked at next.
    document.querySelector<HTMLElement>('[data-testid="field-name"]')?.focus();
    void read({ text: code });
  };
  const open = (card: string): void => {
    void api.desk.scan({ text: card, via: 'typed' });
    onClose();
  };
  return (
    <div className="paper-strip">
      <div className="paper-hint">
        <IconScan aria-hidden size="1.9rem" stroke={1.5} />
        <div>
          <p>{reading ? t('register.reading') : t('register.scan')}</p>
          <p className="form-quiet">{t('register.noImage')}</p>
        </div>
        <button
          type="button"
          className="link"
          aria-expanded={asked}
          data-testid="paper-paste"
          onClick={() => setAsked(!asked)}
        >
          {t('register.paste')}
        </button>
      </div>
      {asked && (
        <div className="paper-paste">
          <TextInput
            label={t('register.paste')}
            description={t('register.pasteHelp')}
            value={text}
            autoFocus
            autoComplete="off"
            data-testid="paper-text"
            onChange={(event) => setText(event.currentTarget.value)}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text');
              if (!looksLikePaper(pasted)) return;
              event.preventDefault();
              readText(pasted);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || text.trim() === '') return;
              event.preventDefault();
              event.stopPropagation();
              readText(text);
            }}
          />
          <Button variant="default" disabled={text.trim() === ''} onClick={() => readText(text)}>
            {t('register.read')}
          </Button>
        </div>
      )}
      {paper && (
        <div className="paper-said" role="status" data-testid="paper-said" data-kind={paper.kind}>
          <p>{t(`register.filled.${paper.kind}`)}</p>
          {putBack && (
            <button type="button" className="link" onClick={putBack}>
              {t('register.putBack')}
            </button>
          )}
        </div>
      )}
      {paper?.known && (
        <div className="paper-warning" data-testid="paper-known">
          <IconAlertTriangle aria-hidden size="1.1rem" />
          <span>{t('register.known', { name: paper.known.name, card: paper.known.card })}</span>
          <Button
            size="xs"
            variant="default"
            data-testid="paper-open-known"
            onClick={() => open(paper.known?.card ?? '')}
          >
            {t('register.openKnown')}
          </Button>
        </div>
      )}
      {paper?.warnings.map((warning) => (
        <p
          key={`${warning.code}${warning.params['what'] ?? ''}`}
          className="paper-warning"
          data-testid="paper-warning"
          data-code={warning.code}
        >
          <IconAlertTriangle aria-hidden size="1.1rem" />
          <span>
            {warningText(t, warning)} <span className="answer-code">{warning.code}</span>
          </span>
        </p>
      ))}
    </div>
  );
}

/** A warning in words of its own: the outcome's sentence fits only half of them. */
function warningText(t: Translate, warning: PaperReading['warnings'][number]): string {
  const what = String(warning.params['what'] ?? '');
  const { paperWarning } = vi;
  if (warning.code === 'LT-1810' && isKeyOf(paperWarning, what)) return t(`paperWarning.${what}`);
  const { head, rest } = splitSentence(reasonSentence(t, warning));
  return `${head} ${rest}`.trim();
}
