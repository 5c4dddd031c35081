import type { Selectable, Transaction } from 'kysely';
import type { Entity, EntityRow, EntityRows } from '../../domain/catalogue/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { upsertRows } from '../database/upsert.ts';

/** Kinds of row that are published; loans follow from facts. */
export type PublishedEntity = Exclude<Entity, 'loan'>;
export type PublishedRow = Extract<EntityRow, { readonly entity: PublishedEntity }>;

type Columns<T extends keyof ProvinceSchema> = Selectable<ProvinceSchema[T]>;

/** Writes rows of several kinds to their tables. No row may come twice. */
export async function writeRows(
  trx: Transaction<ProvinceSchema>,
  rows: readonly PublishedRow[],
): Promise<void> {
  const ofKind = <E extends PublishedEntity>(entity: E): readonly EntityRows[E][] =>
    rows.flatMap((row) => (isOfKind(row, entity) ? [row.row] : []));
  await upsertRows(trx, 'library', ofKind('library').map(libraryColumns));
  await upsertRows(trx, 'biblio', ofKind('biblio').map(biblioColumns));
  await upsertRows(trx, 'item', ofKind('item').map(itemColumns));
  await upsertRows(trx, 'patron', ofKind('patron').map(patronColumns));
  await upsertRows(trx, 'policy_set', ofKind('policy').map(policySetColumns));
  await upsertRows(trx, 'calendar', ofKind('calendar').map(calendarColumns));
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
