import { formatMediumDate } from '@/lib/calendar/format-date.ts';
import type { AssessedCase } from '@/lib/cases/assessed-case.ts';
import type { Proof } from '@/lib/deadlines/proof.ts';
import { type DatedRuleId, ruleOf } from '@/lib/deadlines/rules.ts';
import { inForceText, periodText } from '@/lib/rule-versions/text-words.ts';
import { textsBehind, versionNumberOf } from '@/lib/rule-versions/texts-behind.ts';

/** Under which text of its rule the date was counted: the shipped one, or the office's own with its number. */
export function RuleTexts({ assessed, proof }: { assessed: AssessedCase; proof: Proof }) {
  const own = textsBehind(assessed, proof);
  const { rule, explanation } = proof.deadline;
  const isShipped = !own.some((text) => text.rule === rule);
  return (
    <ul className="pf-texts">
      {own.map((text) => (
        <li key={text.id}>
          <p>
            <a className="link" href={`/rules/${text.rule}/versions/${text.id}`}>
              Version {versionNumberOf(assessed.record.ruleVersions, text)} of this office
            </a>
            {text.rule === rule ? '' : ` of “${ruleOf(text.rule as DatedRuleId).title}”`}:{' '}
            {periodText({ count: text.periodCount, unit: text.periodUnit })}, in force {inForceText(text)}.
          </p>
          <p className="quiet small">
            {text.source}
            {text.approvedAt ? '. Approved by a second person.' : ''}
          </p>
        </li>
      ))}
      {isShipped ? (
        <li>
          Counted under the rule as shipped, as it stood on {formatMediumDate(explanation.trigger.on)}. This
          office has no version of its own in force for that day.
        </li>
      ) : null}
    </ul>
  );
}
