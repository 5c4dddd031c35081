/** Numbered, forward only. An entry that has shipped is never edited. */
export const journalMigrations: readonly string[] = [
  `
  create table identity(
    one integer primary key check (one = 1),
    station text not null,
    incarnation text not null,
    -- entry of the incarnation's sequence 0
    base integer not null
  ) strict;

  -- entry = base of the incarnation + seq: one tree, so a commit writes one page more, not three.
  create table journal(
    entry integer primary key,
    inc text not null,
    seq integer not null,
    fact_id text not null,
    kind text not null,
    kv integer not null,
    at text not null,
    bytes text not null,
    prev text not null,
    hash text not null
  ) strict;
  create trigger journal_no_update before update on journal
    begin select raise(abort, 'the journal is append only'); end;
  create trigger journal_no_delete before delete on journal
    begin select raise(abort, 'the journal is append only'); end;
  -- "insert or replace" deletes without firing the delete trigger.
  create trigger journal_no_replace before insert on journal
    when exists (select 1 from journal where entry = new.entry)
    begin select raise(abort, 'the journal is append only'); end;

  create table ack(
    one integer primary key check (one = 1),
    seq integer not null,
    hash text not null,
    epoch text
  ) strict;

  -- A slip names the entries on it and holds no text: titles and names are looked up when it is printed.
  create table slip(
    id text primary key,
    number integer not null unique,
    kind text not null check (kind in ('loan', 'return')),
    state text not null check (state in ('waiting', 'printing', 'printed', 'failed', 'dismissed')),
    created_at text not null,
    patron text,
    entries text not null,
    last_entry integer not null,
    problem text,
    interrupted integer not null default 0,
    -- some of it may be on paper: the next print is marked as a reprint
    begun integer not null default 0
  ) strict;
  create index slip_state on slip(state);
  -- Every entry up to this one was on a slip, or was offered one, when the program last started.
  create table slip_mark(one integer primary key check (one = 1), entry integer not null) strict;
  insert into slip_mark values (1, 0);

  -- The reader whose session is open at the desk, so that it is still open after a restart.
  create table desk_session(
    one integer primary key check (one = 1),
    patron text not null,
    at text not null
  ) strict;
  `,
  `
  -- More kinds of slips. SQLite cannot change a check, so the table is made again with the same rows.
  create table slip_of_five(
    id text primary key,
    number integer not null unique,
    kind text not null check (kind in ('loan', 'return', 'hold', 'transit', 'payment')),
    state text not null check (state in ('waiting', 'printing', 'printed', 'failed', 'dismissed')),
    created_at text not null,
    patron text,
    entries text not null,
    last_entry integer not null,
    problem text,
    interrupted integer not null default 0,
    begun integer not null default 0
  ) strict;
  insert into slip_of_five(
    id, number, kind, state, created_at, patron, entries, last_entry, problem, interrupted, begun
  )
  select id, number, kind, state, created_at, patron, entries, last_entry, problem, interrupted, begun from slip;
  drop table slip;
  alter table slip_of_five rename to slip;
  create index slip_state on slip(state);

  -- Acts that were taken back: few, and asked for by every slip. Other entries cost it nothing.
  create index journal_undone on journal(entry) where kind = 'act.undone';
  `,
  `
  -- Copies whose RFID tags have to be written; a problem says that they do not say yet what they should.
  create table tag_task(
    item text primary key,
    barcode text not null,
    wanted text not null check (wanted in ('on', 'off')),
    problem text,
    since text not null
  ) strict, without rowid;

  -- Which code stands on a tag that was on a pad here: gates tell a tag by its address alone.
  create table seen_tag(address text primary key, code text not null) strict, without rowid;
  `,
  `
  -- A journal that turned out to be a copy goes on under another name. How many of its first facts were taken over.
  alter table identity add column copied integer not null default 0;
  create table past_incarnation(
    inc text primary key,
    base integer not null,
    copied integer not null,
    -- confirmed by the province in this incarnation; what came after stands in a later one, under the same ids
    confirmed integer not null,
    -- what the province holds of it in its present life
    acked integer not null
  ) strict, without rowid;
  `,
  `
  -- This file was made of what could be read in a damaged one, and its next incarnation has not begun yet.
  create table damage(one integer primary key check (one = 1), entries integer not null) strict;
  -- Texts of whole facts that stood behind the damage: the next incarnation takes them over.
  create table salvaged(number integer primary key, bytes text not null) strict;
  `,
];
