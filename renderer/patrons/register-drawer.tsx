import { Button } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../connection/keys.ts';
import { useApi, useInfo, usePolicy } from '../connection/queries.ts';
import { useDeskDrawers } from '../desk/drawers/desk-drawer.ts';
import { ActAnswerView, ReasonsView } from '../forms/act-answer-view.tsx';
import { withoutStrokes } from '../forms/date-text.ts';
import { useSaveKey } from '../forms/use-save-key.ts';
import { SideDrawer } from '../forms/side-drawer.tsx';
import { namespaces } from '../i18n/start.ts';
import { policyOfDay } from './policy-of-day.ts';
import { cardTerms } from './card-terms.ts';
import { CardTermsView } from './card-terms-view.tsx';
import { ConsentFields } from './consent-fields.tsx';
import { ContactFields } from './contact-fields.tsx';
import { GuardianFields } from './guardian-fields.tsx';
import { PaperStrip } from './paper-strip.tsx';
import { PersonFields } from './person-fields.tsx';
import { formFields, looksLikePaper } from './register-form.ts';
import { ScannedStrip, useScannedStrip } from './scanned-strip.tsx';
import { useRegistration } from './use-registration.ts';
import './register.css';

interface RegisterDrawerProps {
  /** The row whose scanned paper fills in the form, or null. */
  readonly row: string | null;
  readonly onClose: () => void;
}

/**
 * A card in less than twenty seconds: scan the citizen card, look, Ctrl+Enter. Scans while this is open fill in the
 * form; Enter alone only goes to the next field, because scanners send it.
 */
export default function RegisterDrawer({ row, onClose }: RegisterDrawerProps) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const drawers = useDeskDrawers();
  const { data: info } = useInfo();
  const set = policyOfDay(usePolicy().data);
  const { data: freeCard = '' } = useQuery({
    queryKey: keys.freeCard,
    queryFn: () => api.patrons.freeCard(),
    // Another desk may have taken it since.
    staleTime: 0,
  });
  const registration = useRegistration(freeCard, set?.categories ?? []);
  const { form, today, read, save, saving, general, failure } = registration;
  const body = useRef<HTMLFormElement>(null);

  const given = useRef<string | null>(null);
  useEffect(() => {
    if (row === null || given.current === row) return;
    given.current = row;
    void read({ row });
  }, [row, read]);
  const strip = useScannedStrip({
    onPaper: (paper) => void read({ row: paper }),
    onCard: (card) => registration.change({ card }),
  });

  const exemptions =
    form.exemption === null
      ? []
      : [{ ground: form.exemption, seenAt: '', seenBy: '', until: 'endless' as const }];
  const terms =
    set &&
    cardTerms(
      set,
      'card',
      { library: info?.library.id ?? '', category: form.category, expires: today, exemptions },
      today,
    );
  const submit = async (thenPay: boolean): Promise<void> => {
    const patron = await save();
    if (patron) {
      if (thenPay) drawers.open({ kind: 'pay', patron: patron.id });
      else onClose();
      return;
    }
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  useSaveKey((event) => void submit(event.shiftKey && terms?.fee !== null));
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter') return;
    // Ctrl+Enter saves, and is heard wherever the focus is.
    if (event.ctrlKey || event.metaKey) return;
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.type === 'checkbox') return;
    event.preventDefault();
    const text = withoutStrokes(target.value);
    if (looksLikePaper(text)) {
      // The code comes out of the field again that a keyboard scanner typed it into.
      const field = formFields.find((known) => known === target.name);
      if (field) registration.change({ [field]: field === 'card' ? freeCard : '' });
      void read({ text });
    } else focusNext(body.current, target);
  };

  return (
    <SideDrawer
      title={
        <span className="side-title">
          <IconId aria-hidden size="1.4rem" stroke={1.7} /> {t('register.title')}
        </span>
      }
      testId="register-drawer"
      size="min(48rem, 97vw)"
      onClose={onClose}
      foot={
        <>
          {terms && <CardTermsView terms={terms} />}
          <ActAnswerView answer={failure} />
          {general.length > 0 && <ReasonsView state="refused" reasons={general} />}
          <div className="form-acts form-acts-end">
            {terms?.fee && (
              <Button
                variant="default"
                loading={saving}
                data-testid="register-save-pay"
                onClick={() => void submit(true)}
              >
                {t('register.saveAndPay')} <kbd className="key">Ctrl+Shift+Enter</kbd>
              </Button>
            )}
            <Button loading={saving} data-testid="register-save" onClick={() => void submit(false)}>
              {t('register.save')} <kbd className="key">Ctrl+Enter</kbd>
            </Button>
          </div>
        </>
      }
    >
      <form
        ref={body}
        className="register"
        data-testid="register-form"
        autoComplete="off"
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(event) => event.preventDefault()}
      >
        <PaperStrip registration={registration} onClose={onClose} />
        <ScannedStrip strip={strip} freeCard={freeCard} registration={registration} onClose={onClose} />
        <PersonFields registration={registration} categories={set?.categories ?? []} />
        <GuardianFields registration={registration} categories={set?.categories ?? []} />
        <ContactFields registration={registration} />
        <ConsentFields registration={registration} />
      </form>
    </SideDrawer>
  );
}

/** Enter goes on to the next field that is still empty, and from the last one to the button. */
function focusNext(form: HTMLFormElement | null, from: HTMLInputElement): void {
  const fields = [...(form?.querySelectorAll<HTMLElement>('input:not([type="checkbox"]), select') ?? [])];
  const after = fields.slice(fields.indexOf(from) + 1);
  const next =
    after.find((field) => field instanceof HTMLInputElement && field.value === '') ??
    after[0] ??
    document.querySelector<HTMLElement>('[data-testid="register-save"]');
  next?.focus();
}
