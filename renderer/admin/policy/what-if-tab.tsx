import { Checkbox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicySpace } from '../../../domain/policy/impact.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import { keys } from '../../connection/keys.ts';
import { useApi, useInfo } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import { useSame } from '../../ui/use-same.ts';
import { useSettled } from '../../ui/use-settled.ts';
import type { NameBook } from './name-book.ts';
import type { PolicyEditor } from './use-policy-editor.ts';
import { WhatIfTable } from './what-if-table.tsx';

/** More lines than this nobody reads. */
const mostCases = 300;

const axes = [
  'libraries',
  'categories',
  'itemClasses',
  'collections',
] as const satisfies readonly (keyof PolicySpace)[];
const criterionOf = {
  libraries: 'library',
  categories: 'category',
  itemClasses: 'itemClass',
  collections: 'collection',
} as const;

interface WhatIfTabProps {
  readonly editor: PolicyEditor;
  readonly set: PolicySet;
  readonly names: NameBook;
}

/** N readers by M copies: which rule wins for each, what it gives, and what is in force now. */
export function WhatIfTab({ editor, set, names }: WhatIfTabProps) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const here = useInfo().data?.library.id;
  const { overview, inForce, faults } = editor;
  const all: PolicySpace = {
    libraries: overview?.libraries.map(({ id }) => id) ?? [],
    categories: set.categories.map(({ id }) => id),
    itemClasses: set.itemClasses.map(({ id }) => id),
    collections: overview?.space.collections ?? [],
  };
  const [asked, setAsked] = useState<Partial<PolicySpace>>({});
  const [onlyChanged, setOnlyChanged] = useState(false);
  const first: PolicySpace = {
    libraries: all.libraries.filter((id) => id === here),
    categories: all.categories.slice(0, 3),
    itemClasses: all.itemClasses.slice(0, 3),
    collections: all.collections.slice(0, 1),
  };
  const space: PolicySpace = { ...first, ...asked };
  const count = axes.reduce((product, axis) => product * space[axis].length, 1);
  const isFaulty = faults.length > 0;
  const canAsk = count > 0 && count <= mostCases && !isFaulty;
  const question = useSettled(useSame({ set, space }), 250);
  const { data: answers, isFetching } = useQuery({
    queryKey: keys.whatIf(question),
    queryFn: () => api.policy.whatIf(mutable(question)),
    enabled: canAsk,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const compares = inForce !== null && inForce.version !== set.version;
  const now = { set: inForce ?? set, space: question.space };
  const { data: before } = useQuery({
    queryKey: keys.whatIf(now),
    queryFn: () => api.policy.whatIf(mutable(now)),
    enabled: canAsk && compares,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  return (
    <div className="policy-scroll what-if" tabIndex={0} role="region" aria-label={t('policy.tab.whatIf')}>
      <p className="office-quiet">{t('policy.whatIf.help')}</p>
      <div className="what-if-axes">
        {axes.map((axis) => (
          <Axis
            key={axis}
            title={t(`policy.whatIf.${axis}`)}
            ids={all[axis]}
            chosen={space[axis]}
            nameOf={names[criterionOf[axis]]}
            testId={`whatif-${axis}`}
            onChange={(ids) => setAsked((old) => ({ ...old, [axis]: ids }))}
          />
        ))}
      </div>
      <div className="what-if-state">
        <b data-testid="whatif-count">{t('policy.whatIf.cases', { count })}</b>
        {isFaulty && <span>{t('policy.whatIf.faulty')}</span>}
        {!isFaulty && count === 0 && <span>{t('policy.whatIf.nothing')}</span>}
        {!isFaulty && count > mostCases && <span>{t('policy.whatIf.tooMany', { most: mostCases })}</span>}
        {canAsk && isFetching && <span className="form-quiet">{t('policy.whatIf.asking')}</span>}
        {compares && (
          <Checkbox
            label={t('policy.whatIf.onlyChanged')}
            checked={onlyChanged}
            onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
            data-testid="whatif-only-changed"
          />
        )}
      </div>
      {canAsk && answers && (
        <WhatIfTable
          answers={answers}
          before={compares ? (before ?? null) : null}
          beforeVersion={inForce?.version ?? ''}
          onlyChanged={onlyChanged && compares}
          names={names}
        />
      )}
    </div>
  );
}

/** The contract's own shape of a question: its lists are not read-only. */
function mutable({ set, space }: { readonly set: PolicySet; readonly space: PolicySpace }) {
  const { libraries, categories, itemClasses, collections } = space;
  return {
    set,
    space: {
      libraries: [...libraries],
      categories: [...categories],
      itemClasses: [...itemClasses],
      collections: [...collections],
    },
  };
}

interface AxisProps {
  readonly title: string;
  readonly ids: readonly string[];
  readonly chosen: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly testId: string;
  readonly onChange: (ids: readonly string[]) => void;
}

function Axis({ title, ids, chosen, nameOf, testId, onChange }: AxisProps) {
  const { t } = useTranslation(namespaces);
  const picked = ids.filter((id) => chosen.includes(id));
  return (
    <fieldset className="axis" data-testid={testId}>
      <legend>{title}</legend>
      <Checkbox
        label={t('policy.whatIf.all')}
        checked={picked.length === ids.length}
        indeterminate={picked.length > 0 && picked.length < ids.length}
        onChange={(event) => onChange(event.currentTarget.checked ? ids : [])}
      />
      <div className="axis-values">
        {ids.map((id) => (
          <Checkbox
            key={id}
            label={nameOf(id)}
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? ids.filter((other) => other === id || chosen.includes(other))
                  : picked.filter((other) => other !== id),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
