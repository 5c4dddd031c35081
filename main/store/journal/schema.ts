/** Numbered, forward only. An entry that has shipped is never edited. */
export const journalMigrations: readonly string[] = [
  `
  create table identity(
    one integer primary key check (one = 1),
    station text not null,
    incarnation text not null
  ) strict;

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
    hash text not null,
    unique (inc, seq),
    unique (inc, fact_id)
  ) strict;
  create trigger journal_no_update before update on journal
    begin select raise(abort, 'the journal is append only'); end;
  create trigger journal_no_delete before delete on journal
    begin select raise(abort, 'the journal is append only'); end;

  create table ack(
    one integer primary key check (one = 1),
    seq integer not null,
    hash text not null,
    epoch text
  ) strict;

  create table slip(
    id text primary key,
    number integer not null unique,
    kind text not null check (kind in ('loan', 'return')),
    state text not null check (state in ('open', 'waiting', 'printing', 'printed', 'failed', 'dismissed')),
    created_at text not null,
    patron_name text,
    patron_card text,
    problem text,
    interrupted integer not null default 0
  ) strict;
  create index slip_state on slip(state);
  create table slip_act(
    slip text not null references slip(id) on delete cascade,
    entry integer not null,
    content text not null,
    primary key (slip, entry)
  ) strict, without rowid;
  `,
];
