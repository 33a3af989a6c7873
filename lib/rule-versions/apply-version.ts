import type { AuditChange } from '../audit/events.ts';
import type { RuleVersion } from '../cases/case-record.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { syncDeadlines } from '../deadlines/sync.ts';
import { type ClockMove, moveText } from './clock-moves.ts';

/** Recomputes one case under an approved version and notes on its record which clocks moved from when to when. */
export async function applyVersion(
  unit: UnitOfWork,
  version: Pick<RuleVersion, 'id' | 'reason' | 'source'>,
  { caseId, moves }: { readonly caseId: string; readonly moves: readonly ClockMove[] },
): Promise<void> {
  const record = await syncDeadlines(unit, caseId);
  const sentence = `A changed rule applies since it was approved. ${moves.map(moveText).join(' ')}`;
  unit.record({
    event: 'rule-version.applied',
    caseId,
    caseVersion: record.version + 1,
    subjectId: version.id,
    changes: [
      { field: 'sentence', from: null, to: sentence },
      ...moves.map(
        ({ rule, from, to }): AuditChange => ({
          field: `deadlines.${rule}`,
          from: from?.at ?? from?.on ?? null,
          to: to?.at ?? to?.on ?? null,
        }),
      ),
    ],
    reason: `${version.reason} (${version.source})`,
  });
}
