import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../forms/use-may.ts';
import { formatDate } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';
import type { PolicyEditor } from './use-policy-editor.ts';

/** No version is ever called this: ids are not empty. */
const draftOption = '';

interface PolicyHeadProps {
  readonly editor: PolicyEditor;
  readonly onBegin: () => void;
}

/** Which version is looked at, whether it is in force, and the way to a new one. */
export function PolicyHead({ editor, onBegin }: PolicyHeadProps) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const { overview, shown, draft, isDraft, today, choose, begin, drop } = editor;
  const [asked, setAsked] = useState(false);
  const state = (version: string, from: string): string =>
    version === overview?.inForce ? t('policy.inForce') : from > today ? t('policy.later') : t('policy.past');
  const sets = (overview?.sets ?? []).toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  return (
    <div className="office-head">
      <h1 id="office-policy" className="unseen">
        {t('policy.title')}
      </h1>
      <NativeSelect
        className="policy-version"
        aria-label={t('policy.version')}
        value={isDraft ? draftOption : (shown?.version ?? '')}
        data={[
          ...(draft
            ? [{ value: draftOption, label: t('policy.draftOption', { version: draft.version }) }]
            : []),
          ...sets.map(({ version, effectiveFrom }) => ({
            value: version,
            label: `${t('policy.versionOption', { version, date: formatDate(effectiveFrom) })} (${state(version, effectiveFrom)})`,
          })),
        ]}
        onChange={(event) =>
          choose(event.currentTarget.value === draftOption ? null : event.currentTarget.value)
        }
        data-testid="policy-version"
      />
      {!isDraft && <p className="office-quiet policy-head-help">{t('policy.draftHelp')}</p>}
      <div className="office-head-acts">
        {isDraft ? (
          asked ? (
            <>
              <span className="policy-sure">{t('policy.dropSure')}</span>
              <Button
                size="xs"
                variant="default"
                data-testid="policy-drop-sure"
                onClick={() => {
                  setAsked(false);
                  drop();
                }}
              >
                {t('policy.drop')}
              </Button>
              <Button size="xs" variant="subtle" onClick={() => setAsked(false)}>
                {t('forms.cancel')}
              </Button>
            </>
          ) : (
            <Button size="xs" variant="default" data-testid="policy-drop" onClick={() => setAsked(true)}>
              {t('policy.drop')}
            </Button>
          )
        ) : (
          draft === null && (
            <Button
              disabled={!may('policy')}
              data-testid="policy-draft"
              onClick={() => {
                onBegin();
                begin();
              }}
            >
              {t('policy.draft')}
            </Button>
          )
        )}
      </div>
    </div>
  );
}
