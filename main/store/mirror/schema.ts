/**
 * The mirror's tables, as of this version. Everything here can be thrown away and fetched again, so a file of
 * another version is not migrated but replaced.
 */
export const mirrorVersion = 4;

export const mirrorSchema = `
  create table feed_state(
    one integer primary key check (one = 1),
    epoch text,
    cursor integer not null,
    -- this station's highest sequence whose effects are in the rows below, or come with rows that are awaited
    includes integer not null,
    fresh_at text,
    -- incarnation of the journal that includes counts in; empty before the first
    inc text not null,
    forked integer not null
  ) strict;
  insert into feed_state values (1, null, 0, 0, null, '', 0);

  -- Few rows each, read whole. setting_version grows with every change, so that readers may keep what they parsed.
  create table setting(
    entity text not null,
    id text not null,
    -- the library of a calendar or template, the station of a receipt range, the version of a policy set
    owner text not null,
    row text not null,
    primary key (entity, id)
  ) strict, without rowid;
  create index setting_owner on setting(entity, owner);
  create table setting_version(one integer primary key check (one = 1), version integer not null) strict;
  insert into setting_version values (1, 1);

  create table biblio(
    rowid integer primary key,
    id text not null unique,
    title text not null,
    author text not null,
    ddc text not null,
    publisher text not null,
    year integer,
    isbn text,
    language text not null,
    min_age integer
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
    lending text not null,
    parts text not null
  ) strict, without rowid;
  create index item_code on item(code);
  create index item_biblio on item(biblio);

  create table patron(
    id text primary key,
    library text not null,
    code text not null,
    folded_name text not null,
    guarantor text,
    keeps_history integer not null,
    row text not null
  ) strict, without rowid;
  create index patron_code on patron(code);
  create index patron_name on patron(folded_name);
  create index patron_guarantor on patron(guarantor) where guarantor is not null;
  create table patron_alias(alias text not null, patron text not null, primary key (alias, patron)) strict, without rowid;
  create index patron_alias_patron on patron_alias(patron);

  -- Open loans, lost ones, and for a while those that were returned.
  create table loan(
    id text primary key,
    item text not null,
    patron text not null,
    biblio text not null,
    library text not null,
    open integer not null,
    due_day text not null,
    returned_day text,
    -- what checks and limits look at, so that a thousand loans need not be parsed to lend one more
    barcode text not null,
    item_class text not null,
    price integer not null,
    use text not null,
    due text not null,
    claimed_at text,
    row text not null
  ) strict, without rowid;
  create index loan_item on loan(item);
  create index loan_patron on loan(patron, open);
  create index loan_due on loan(library, due_day) where open = 1;
  create index loan_returned on loan(returned_day) where returned_day is not null;

  create table item_state(id text primary key, status text not null, row text not null) strict, without rowid;

  create table hold(
    id text primary key,
    biblio text not null,
    patron text not null,
    open integer not null,
    status text not null,
    row text not null
  ) strict, without rowid;
  create index hold_biblio on hold(biblio) where open = 1;
  create index hold_patron on hold(patron, open);
  create index hold_status on hold(status) where open = 1;

  create table charge(id text primary key, patron text not null, row text not null) strict, without rowid;
  create index charge_patron on charge(patron);

  create table payment(
    id text primary key,
    patron text not null,
    station text not null,
    drawer text,
    reversed_from text,
    status text not null,
    -- of a leased receipt; null for a provisional one
    series text,
    year integer,
    number integer,
    row text not null
  ) strict, without rowid;
  create index payment_patron on payment(patron);
  create index payment_drawer on payment(drawer) where drawer is not null;
  create index payment_reversed on payment(reversed_from) where reversed_from is not null;
  create index payment_receipt on payment(station, series, year, number);
  create index payment_reported on payment(status) where status = 'reported';

  create table drawer(
    id text primary key,
    station text not null,
    opened_at text not null,
    open integer not null,
    row text not null
  ) strict, without rowid;
  create index drawer_station on drawer(station, opened_at);

  create table message(
    id text primary key,
    about text not null,
    ended integer not null,
    row text not null
  ) strict, without rowid;
  create index message_about on message(about) where ended = 0;

  -- Facts that disagree, and what was said about them. Closed ones stay until the province takes them away.
  create table exception(
    id text primary key,
    stream text not null,
    opened_at text not null,
    open integer not null,
    row text not null
  ) strict, without rowid;
  create index exception_stream on exception(stream);
  create index exception_open on exception(opened_at) where open = 1;

  -- The tables above hold what the desk shows. Where facts of this station are not in the province's rows yet, the
  -- province's own rows of that stream stand here meanwhile.
  create table overlay_stream(stream text primary key) strict, without rowid;
  create table overlay_fact(stream text not null, seq integer not null, primary key (stream, seq)) strict, without rowid;
  create index overlay_fact_seq on overlay_fact(seq);
  create table shadow(
    stream text not null,
    entity text not null,
    id text not null,
    row text not null,
    primary key (entity, id)
  ) strict, without rowid;
  create index shadow_stream on shadow(stream);

  -- The last acts of this desk with the rows they changed, so that they can be undone.
  create table act(
    id text primary key,
    number integer not null unique,
    at text not null,
    first_entry integer not null,
    last_entry integer not null,
    rows text not null,
    undone integer not null default 0
  ) strict, without rowid;

  -- What staff have switched on at the desk, so that it is still on after a restart. Not the province's.
  create table desk_mode(one integer primary key check (one = 1), mode text not null) strict;

  -- Rows this version cannot read, as they came. Nothing shows them until a version opens the file that can read them.
  create table parked(
    pos integer primary key,
    entity text not null,
    id text not null,
    row text not null,
    -- oldest protocol that understands it
    min integer not null
  ) strict;
  create index parked_row on parked(entity, id);
`;

/** Every table that holds rows of the province, for emptying them all. */
export const rowTables = [
  'setting',
  'biblio',
  'biblio_fts',
  'item',
  'patron',
  'patron_alias',
  'loan',
  'item_state',
  'hold',
  'charge',
  'payment',
  'drawer',
  'message',
  'exception',
  'overlay_stream',
  'overlay_fact',
  'shadow',
  'act',
  'parked',
] as const;
