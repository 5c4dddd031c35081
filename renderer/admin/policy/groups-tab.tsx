import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ItemClass, PatronCategory, PolicySet } from '../../../domain/policy/policy.ts';
import { namespaces } from '../../i18n/start.ts';
import { faultName } from '../code-words.ts';
import { classTree } from './class-tree.ts';
import { freshId } from './draft.ts';
import { faultsUnder } from './faults.ts';
import { NumberEdit, NumberOrEdit, saidNumber } from './fields/edits.tsx';
import type { TabProps } from './tab-props.ts';

interface GroupsTabProps extends TabProps {
  readonly onChange: (set: PolicySet) => void;
}

/** What rules tell apart: classes of copies as a tree, and reader categories. */
export function GroupsTab(props: GroupsTabProps) {
  const { t } = useTranslation(namespaces);
  return (
    <div className="policy-scroll groups" tabIndex={0} role="region" aria-label={t('policy.tab.groups')}>
      <Classes {...props} />
      <Categories {...props} />
    </div>
  );
}

function Classes({ set, isDraft, faults, selected, onChange }: GroupsTabProps) {
  const { t } = useTranslation(namespaces);
  const { itemClasses } = set;
  const put = (next: readonly ItemClass[]): void => onChange({ ...set, itemClasses: next });
  const problem = (id: string): string | null => {
    const [first] = faultsUnder(faults, `itemClasses.${id}`);
    return first ? faultName(t, first.fault) : null;
  };
  const add = (): void => {
    const name = t('policy.groups.newClass');
    put([...itemClasses, { id: freshId(name, itemClasses), name, parent: 'none' }]);
  };
  return (
    <section aria-labelledby="groups-classes">
      <h2 id="groups-classes" className="form-part-title">
        {t('policy.groups.classes')} <span className="form-quiet">{t('policy.groups.classesHelp')}</span>
      </h2>
      <ul className="card-list">
        {classTree(itemClasses).map(({ itemClass, depth }) => {
          const index = itemClasses.indexOf(itemClass);
          const { id, name, parent } = itemClass;
          return (
            <li
              key={id}
              className={selected === id ? 'group-line row-selected' : 'group-line'}
              style={{ paddingInlineStart: `${0.8 + depth * 1.6}rem` }}
              data-testid="item-class"
              data-class={id}
            >
              {isDraft ? (
                <>
                  <TextInput
                    aria-label={`${t('policy.groups.name')} (${id})`}
                    value={name}
                    error={problem(id)}
                    onChange={(event) =>
                      put(itemClasses.with(index, { ...itemClass, name: event.currentTarget.value }))
                    }
                  />
                  <NativeSelect
                    aria-label={`${t('policy.groups.parent')} (${name})`}
                    value={parent}
                    data={[
                      { value: 'none', label: t('policy.groups.noParent') },
                      ...itemClasses
                        .filter((other) => other.id !== id)
                        .map((other) => ({ value: other.id, label: other.name })),
                    ]}
                    onChange={(event) =>
                      put(itemClasses.with(index, { ...itemClass, parent: event.currentTarget.value }))
                    }
                  />
                  <span className="form-quiet">{id}</span>
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('policy.groups.remove', { name })}
                    title={t('policy.groups.remove', { name })}
                    onClick={() => put(itemClasses.toSpliced(index, 1))}
                  >
                    <IconTrash aria-hidden size="1.05rem" stroke={1.7} />
                  </ActionIcon>
                </>
              ) : (
                <>
                  <span>{name}</span> <span className="form-quiet">{id}</span>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {isDraft && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus aria-hidden size="1rem" />}
          data-testid="item-class-add"
          onClick={add}
        >
          {t('policy.groups.addClass')}
        </Button>
      )}
    </section>
  );
}

function Categories({ set, isDraft, faults, selected, onChange }: GroupsTabProps) {
  const { t } = useTranslation(namespaces);
  const { categories } = set;
  const put = (next: readonly PatronCategory[]): void => onChange({ ...set, categories: next });
  const problem = (path: string): string | null => {
    const [first] = faultsUnder(faults, `categories.${path}`);
    return first ? faultName(t, first.fault) : null;
  };
  const add = (): void => {
    const name = t('policy.groups.newCategory');
    const id = freshId(name, categories);
    put([...categories, { id, name, cardMonths: 12, guardianBelow: 'none' }]);
  };
  return (
    <section aria-labelledby="groups-categories">
      <h2 id="groups-categories" className="form-part-title">
        {t('policy.groups.categories')}
      </h2>
      <ul className="card-list">
        {categories.map((category, index) => {
          const { id, name, cardMonths, guardianBelow } = category;
          return (
            <li
              key={id}
              className={['group-line', isDraft && 'category-line', selected === id && 'row-selected']
                .filter(Boolean)
                .join(' ')}
              data-testid="patron-category"
              data-category={id}
            >
              {isDraft ? (
                <>
                  <TextInput
                    label={t('policy.groups.name')}
                    value={name}
                    error={problem(`${id}.name`)}
                    onChange={(event) =>
                      put(categories.with(index, { ...category, name: event.currentTarget.value }))
                    }
                  />
                  <NumberEdit
                    label={t('policy.groups.cardMonths')}
                    value={cardMonths}
                    unit={(count) => t('terms.unit.months', { count })}
                    problem={problem(`${id}.cardMonths`)}
                    onChange={(months) => put(categories.with(index, { ...category, cardMonths: months }))}
                  />
                  <NumberOrEdit
                    label={t('policy.groups.guardianBelow')}
                    value={guardianBelow}
                    words={[{ value: 'none', label: t('terms.words.none') }]}
                    unit={(count) => t('terms.unit.years', { count })}
                    first={16}
                    problem={problem(`${id}.guardianBelow`)}
                    onChange={(below) => put(categories.with(index, { ...category, guardianBelow: below }))}
                  />
                  <span className="form-quiet">{id}</span>
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('policy.groups.remove', { name })}
                    title={t('policy.groups.remove', { name })}
                    onClick={() => put(categories.toSpliced(index, 1))}
                  >
                    <IconTrash aria-hidden size="1.05rem" stroke={1.7} />
                  </ActionIcon>
                </>
              ) : (
                <>
                  <span>{name}</span>
                  <span className="form-quiet">
                    {t('policy.groups.cardMonths')}{' '}
                    {saidNumber(cardMonths, t('terms.unit.months', { count: cardMonths }))}
                    {' · '}
                    {t('policy.groups.guardianBelow')}{' '}
                    {guardianBelow === 'none'
                      ? t('terms.words.none')
                      : saidNumber(guardianBelow, t('terms.unit.years', { count: guardianBelow }))}
                    {' · '}
                    {id}
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {isDraft && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus aria-hidden size="1rem" />}
          data-testid="category-add"
          onClick={add}
        >
          {t('policy.groups.addCategory')}
        </Button>
      )}
    </section>
  );
}
