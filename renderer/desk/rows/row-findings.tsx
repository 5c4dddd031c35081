import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import type { Finding } from '../../../domain/circulation/decision.ts';
import { reasonSentence, splitSentence } from '../../format/reasons.ts';
import { namespaces } from '../../i18n/start.ts';
import { handOvers } from './row-word.ts';

/** Every reason of a row at once: what happened in bold, what was kept and what to do beside it. */
export function RowFindings({ row }: { readonly row: DeskRow }) {
  const { t } = useTranslation(namespaces);
  const { state, act } = row;
  const findings = row.findings.filter((finding) => !isSaidElsewhere(row, finding));
  if (findings.length === 0) return null;
  return (
    <ul className="row-reasons">
      {findings.map((finding) => {
        const { head, rest } = splitSentence(reasonSentence(t, finding.reason));
        return (
          <li
            key={keyOf(finding)}
            data-testid="row-reason"
            data-code={finding.reason.code}
            data-passed={finding.passed}
          >
            {/* What a yes has passed, or a card that was only opened, is said: but not that nothing was done. */}
            <b>{head}</b> {act !== 'patron' && isToldWhole(finding, state) ? rest : ''}
          </li>
        );
      })}
    </ul>
  );
}

/** The banner of a hand-over says its own finding in larger letters, and "undone" is the word of its row. */
function isSaidElsewhere({ holdsLine }: DeskRow, { reason: { code } }: Finding): boolean {
  return code === 'LT-1904' || (holdsLine && handOvers.has(code));
}

/** A message may come twice with different words. */
function keyOf({ check, reason }: Finding): string {
  return `${check ?? ''} ${reason.code} ${JSON.stringify(reason.params)}`;
}

/** "Not lent" is not true any more of a finding that somebody let through. */
function isToldWhole({ severity, passed }: Finding, state: DeskRow['state']): boolean {
  return severity === 'notify' || !passed || (state !== 'done' && state !== 'routed');
}
