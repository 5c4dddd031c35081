import type { Selectable } from 'kysely';
import type { Entity, EntityRow, EntityRows } from '../../domain/catalogue/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { Part } from '../database/rows.ts';
import { insertRows } from '../database/rows.ts';

/** Kinds of row that are published; loans follow from facts. */
type PublishedEntity = Exclude<Entity, 'loan'>;
export type PublishedRow = Extract<EntityRow, { readonly entity: PublishedEntity }>;

type Columns<T extends keyof ProvinceSchema> = Selectable<ProvinceSchema[T]>;

/** The statements that write rows of several kinds, each replacing the one with its id. No row may come twice. */
export function replaceRows(rows: readonly PublishedRow[]): readonly Part[] {
  const ofKind = <E extends PublishedEntity>(entity: E): readonly EntityRows[E][] =>
    rows.flatMap((row) => (isOfKind(row, entity) ? [row.row] : []));
  return [
    ...insertRows('library', ofKind('library').map(libraryColumns), 'replace'),
    ...insertRows('biblio', ofKind('biblio').map(biblioColumns), 'replace'),
    ...insertRows('item', ofKind('item').map(itemColumns), 'replace'),
    ...insertRows('patron', ofKind('patron').map(patronColumns), 'replace'),
    ...insertRows('policy_set', ofKind('policy').map(policySetColumns), 'replace'),
    ...insertRows('calendar', ofKind('calendar').map(calendarColumns), 'replace'),
  ];
}

function isOfKind<E extends PublishedEntity>(
  row: PublishedRow,
  entity: E,
): row is PublishedRow & { readonly row: EntityRows[E] } {
  return row.entity === entity;
}

function libraryColumns(row: EntityRows['library']): Columns<'library'> {
  const { id, code, name, kind, timeZone, address } = row;
  return { id, code, name, kind, time_zone: timeZone, address };
}

function biblioColumns(row: EntityRows['biblio']): Columns<'biblio'> {
  const { id, title, author, ddc, publisher, year, isbn, language } = row;
  return { id, title, author, ddc, publisher, year, isbn, language };
}

function itemColumns(row: EntityRows['item']): Columns<'item'> {
  const { id, biblio, library, barcode, callNumber, itemClass, collection, price, status } = row;
  return {
    id,
    biblio,
    library,
    barcode,
    call_number: callNumber,
    item_class: itemClass,
    collection,
    price,
    status,
  };
}

function patronColumns(row: EntityRows['patron']): Columns<'patron'> {
  const { id, library, card, name, category, status, expires } = row;
  return { id, library, card, name, category, status, expires };
}

function policySetColumns(row: EntityRows['policy']): Columns<'policy_set'> {
  const { id, version, effectiveFrom, rules, loanPolicies } = row;
  return { id, version, effective_from: effectiveFrom, rules, loan_policies: loanPolicies };
}

function calendarColumns(row: EntityRows['calendar']): Columns<'calendar'> {
  const { id, library, weeklyClosed, closures } = row;
  return { id, library, weekly_closed: weeklyClosed, closures };
}
