import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateOverview } from '../../../contract/workstation/admin.ts';
import type { SlipKind } from '../../../domain/printing/template.ts';
import { slipKinds } from '../../../domain/printing/template.ts';
import { useInfo, useTemplates } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import { SlipEditor } from './slip-editor.tsx';
import './slips.css';

/** What is printed, in the library's own words: five kinds of slips, each with a preview of the very paper. */
export default function SlipsScreen() {
  const { t } = useTranslation(namespaces);
  const { data } = useTemplates();
  const library = useInfo().data?.library.id;
  return (
    <>
      <h1 id="office-slips" className="unseen">
        {t('templates.title')}
      </h1>
      {data && library !== undefined ? (
        <Kinds overview={data} library={library} />
      ) : (
        <p className="teach">{t('app.loading')}</p>
      )}
    </>
  );
}

interface KindsProps {
  readonly overview: TemplateOverview;
  readonly library: string;
}

function Kinds({ overview, library }: KindsProps) {
  const { t } = useTranslation(namespaces);
  const [kind, setKind] = useState<SlipKind>('loan');
  const [drafts, setDrafts] = useState<Readonly<Partial<Record<SlipKind, string>>>>({});
  const own = (of: SlipKind): string | null =>
    overview.templates.find((template) => template.library === library && template.kind === of)?.text ?? null;
  const saved = own(kind) ?? overview.defaults[kind];
  const state = (of: SlipKind): string => {
    const draft = drafts[of];
    if (draft !== undefined && draft !== (own(of) ?? overview.defaults[of])) return t('templates.unsaved');
    return own(of) === null || own(of) === overview.defaults[of]
      ? t('templates.standard')
      : t('templates.own');
  };
  return (
    <Tabs
      className="slip-tabs"
      orientation="vertical"
      value={kind}
      onChange={(value) => setKind(slipKinds.find((known) => known === value) ?? kind)}
      keepMounted={false}
    >
      <Tabs.List aria-label={t('templates.title')}>
        {slipKinds.map((name) => (
          <Tabs.Tab key={name} value={name} data-testid={`template-${name}`}>
            <span className="slip-tab">
              {t(`templates.kind.${name}`)}
              <span className="form-quiet">{state(name)}</span>
            </span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {slipKinds.map((name) => (
        <Tabs.Panel key={name} value={name} className="slip-panel">
          <SlipEditor
            kind={name}
            library={library}
            saved={saved}
            standard={overview.defaults[name]}
            text={drafts[name] ?? saved}
            onText={(text) => setDrafts((all) => ({ ...all, [name]: text }))}
          />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
