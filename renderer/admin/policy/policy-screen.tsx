import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyFault } from '../../../domain/policy/check-policy-set.ts';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import { useAct } from '../../forms/use-act.ts';
import { formatDate } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';
import type { PolicyTab } from './faults.ts';
import { policyTabs, subjectOf, tabOf } from './faults.ts';
import { PolicyHead } from './policy-head.tsx';
import { PolicyPanel } from './policy-panel.tsx';
import { SaveBar } from './save-bar.tsx';
import { usePolicyEditor } from './use-policy-editor.ts';
import './policy.css';

/** The rules of lending, as dated wholes: looked at, drafted, tried out, and saved as a new version. */
export default function PolicyScreen() {
  const { t } = useTranslation(namespaces);
  const editor = usePolicyEditor();
  const { shown, isDraft, faults } = editor;
  const [tab, setTab] = useState<PolicyTab>('rules');
  const [selected, setSelected] = useState<Readonly<Partial<Record<PolicyTab, string>>>>({});
  const [saved, setSaved] = useState<{ readonly version: string; readonly date: string } | null>(null);
  const saving = useAct();
  const select = (where: PolicyTab, id: string): void => setSelected((all) => ({ ...all, [where]: id }));
  const goToFault = (fault: PolicyFault): void => {
    const where = tabOf(fault);
    const subject = shown && subjectOf(shown, fault);
    if (where) setTab(where);
    if (where && subject !== null) select(where, subject);
  };
  const save = async (): Promise<void> => {
    if (!shown || !isDraft) return;
    const row = await saving.act({ do: 'save-policy', set: shown });
    if (!row) return;
    setSaved({ version: shown.version, date: shown.effectiveFrom });
    editor.drop();
    editor.choose(shown.version);
  };
  if (!shown) {
    return (
      <div className="teach">
        <h1 id="office-policy" className="unseen">
          {t('policy.title')}
        </h1>
        <p>{editor.overview ? t('policy.none') : t('app.loading')}</p>
      </div>
    );
  }
  return (
    <>
      <PolicyHead editor={editor} onBegin={saving.forget} />
      {saved && !isDraft && (
        <div className="policy-saved">
          <ActAnswerView
            answer={saving.answer}
            done={t('policy.save.saved', { version: saved.version, date: formatDate(saved.date) })}
          />
        </div>
      )}
      <Tabs
        className="policy-tabs"
        value={tab}
        onChange={(value) => setTab(policyTabs.find((known) => known === value) ?? tab)}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('policy.title')}>
          {policyTabs.map((name) => {
            const count = faults.filter((fault) => tabOf(fault) === name).length;
            return (
              <Tabs.Tab key={name} value={name} data-testid={`policy-tab-${name}`}>
                {t(`policy.tab.${name}`)}
                {count > 0 && <span className="fault-count">{count}</span>}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        {policyTabs.map((name) => (
          <Tabs.Panel key={name} value={name} className="policy-panel">
            <PolicyPanel
              tab={name}
              editor={editor}
              set={shown}
              selected={selected[name] ?? null}
              onSelect={(id) => select(name, id)}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
      {isDraft && (
        <SaveBar
          editor={editor}
          draft={shown}
          saving={saving}
          onSave={() => void save()}
          onFault={goToFault}
        />
      )}
    </>
  );
}
