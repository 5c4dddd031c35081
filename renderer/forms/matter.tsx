import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';

interface MatterProps {
  readonly title: string;
  readonly testId: string;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** One matter of a reader: what is, and what may be done about it. */
export function Matter({ title, testId, acts, children }: MatterProps) {
  const id = useId();
  return (
    <section className="matter" aria-labelledby={id} data-testid={testId}>
      <div className="matter-head">
        <h3 id={id}>{title}</h3>
        {acts}
      </div>
      {children}
    </section>
  );
}

interface MatterFormProps {
  readonly confirm: string;
  readonly testId: string;
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A small form that opens under its matter. Ctrl+Enter confirms, Escape thinks better of it; Enter does neither. */
export function MatterForm(props: MatterFormProps) {
  const { t } = useTranslation(namespaces);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const around = form.current?.parentElement;
    // The button that opened it has gone, and comes back later: work by keyboard goes on in the form and then beside it.
    if (document.activeElement === document.body)
      form.current?.querySelector<HTMLElement>('input, select, textarea, button:enabled')?.focus();
    return () =>
      void requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          around?.querySelector<HTMLElement>('button:enabled')?.focus();
      });
  }, []);
  return (
    <form
      ref={form}
      className="matter-form"
      autoComplete="off"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          props.onCancel();
        }
        if (event.key !== 'Enter') return;
        // Its own Ctrl+Enter: the one of the drawer around it takes money.
        if (event.ctrlKey) event.stopPropagation();
        if (event.target instanceof HTMLButtonElement) return;
        if (event.target instanceof HTMLTextAreaElement && !event.ctrlKey) return;
        event.preventDefault();
        if (event.ctrlKey && props.disabled !== true) props.onConfirm();
      }}
    >
      {props.children}
      <div className="form-acts form-acts-end">
        <Button size="xs" variant="subtle" onClick={props.onCancel}>
          {t('forms.cancel')}
        </Button>
        <Button
          size="xs"
          loading={props.busy}
          disabled={props.disabled ?? false}
          data-testid={props.testId}
          onClick={props.onConfirm}
        >
          {props.confirm}
        </Button>
      </div>
    </form>
  );
}
