/**
 * Everything here can be thrown away and fetched again, so a newer or damaged file is simply replaced.
 * Numbered, forward only.
 */
export const mirrorMigrations: readonly string[] = [
  `
  create table feed_state(
    one integer primary key check (one = 1),
    epoch text,
    cursor integer not null,
    -- this station's highest sequence whose effects are in the rows below, or come with rows that are awaited
    includes integer not null,
    fresh_at text
  ) strict;
  insert into feed_state values (1, null, 0, 0, null);

  create table library(id text primary key, row text not null) strict, without rowid;
  create table policy(id text primary key, row text not null) strict, without rowid;
  create table calendar(id text primary key, library text not null, row text not null) strict, without rowid;

  create table biblio(
    rowid integer primary key,
    id text not null unique,
    title text not null,
    author text not null,
    ddc text not null,
    publisher text not null,
    year integer,
    isbn text,
    language text not null
  ) strict;
  create index biblio_isbn on biblio(isbn) where isbn is not null;
  -- Text is folded by us before it gets here; SQLite's own folding leaves đ alone.
  create virtual table biblio_fts using fts5(
    folded, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
  );

  create table item(
    id text primary key,
    biblio text not null,
    library text not null,
    barcode text not null,
    code text not null,
    call_number text not null,
    item_class text not null,
    collection text not null,
    price integer not null,
    status text not null
  ) strict, without rowid;
  create index item_code on item(code);
  create index item_biblio on item(biblio);

  create table patron(
    id text primary key,
    library text not null,
    card text not null,
    code text not null,
    name text not null,
    folded_name text not null,
    category text not null,
    status text not null,
    expires text not null
  ) strict, without rowid;
  create index patron_code on patron(code);
  create index patron_name on patron(folded_name);

  -- Open loans as the province has them; a returned loan leaves the mirror.
  create table loan(
    id text primary key,
    item text not null,
    patron text not null,
    row text not null
  ) strict, without rowid;
  create index loan_item on loan(item);
  create index loan_patron on loan(patron);

  -- Items touched by facts the rows above do not hold yet, and their open loans with those facts applied.
  create table overlay_fact(seq integer primary key, item text not null) strict;
  create index overlay_fact_item on overlay_fact(item);
  create table overlay_item(item text primary key) strict, without rowid;
  create table overlay_loan(
    id text primary key,
    item text not null,
    patron text not null,
    row text not null
  ) strict, without rowid;
  create index overlay_loan_item on overlay_loan(item);
  create index overlay_loan_patron on overlay_loan(patron);

  -- Rows this version cannot read, as they came. Nothing shows them: the version that can read them migrates them.
  create table parked(pos integer primary key, entity text not null, id text not null, row text not null) strict;

  create view open_loan as
    select id, item, patron, row, 1 as provisional from overlay_loan
    union all
    select id, item, patron, row, 0 from loan where item not in (select item from overlay_item);
  `,
];
