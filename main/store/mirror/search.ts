import { fold, searchTokens } from '../../../domain/text/fold.ts';
import type { CatalogueHit, PatronHit } from '../../../contract/workstation/contract.ts';
import type { Sqlite } from '../sqlite.ts';

/** Most hits one search shows: more than a screen, so the list says it was cut. */
const hitLimit = 50;
/** Longest query considered; further words cannot narrow a title search usefully. */
const tokenLimit = 12;

/** Searches over folded text: `duong` finds `đường`, typed with or without marks. */
export interface Search {
  titles(text: string): readonly CatalogueHit[];
  patrons(text: string): readonly PatronHit[];
}

export function searchOver(db: Sqlite): Search {
  // Newest titles first by rowid: ranking a broad match by bm25 costs up to 685 ms on a million titles
  // (reference/architecture.md §5.1), an ordered limit under one.
  const titles = db.prepare<[string, number], CatalogueHit>(
    `select biblio.id, title, author, ddc, year,
       (select count(*) from item where item.biblio = biblio.id) as copies,
       (select count(*) from item where item.biblio = biblio.id and item.lending = 'for-loan'
          and not exists (select 1 from item_state
            where item_state.id = item.id and item_state.status <> 'available')) as available
     from biblio_fts join biblio on biblio.rowid = biblio_fts.rowid
     where biblio_fts match ? order by biblio_fts.rowid desc limit ?`,
  );
  const patrons = db.prepare<[string, string, number], PatronHit>(
    `select id, row ->> '$.card' as card, row ->> '$.name' as name from patron
     where code = ? or folded_name like ? escape '\\' order by folded_name limit ?`,
  );
  return {
    titles: (text) => {
      const match = matchExpression(text);
      return match === null ? [] : titles.all(match, hitLimit);
    },
    patrons: (text) => {
      const folded = fold(text).trim();
      if (folded.length < 2) return [];
      const pattern = `%${folded.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      return patrons.all(text.trim().toLocaleUpperCase('vi'), pattern, hitLimit);
    },
  };
}

/** Every word must occur; the last may be unfinished. Null when there is no word to look for. */
function matchExpression(text: string): string | null {
  const tokens = searchTokens(text).slice(0, tokenLimit);
  if (tokens.length === 0) return null;
  return tokens.map((token, index) => (index === tokens.length - 1 ? `"${token}"*` : `"${token}"`)).join(' ');
}
