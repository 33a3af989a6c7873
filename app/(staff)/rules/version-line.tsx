import { Mark } from '@/components/mark.tsx';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { type ListedVersion, statusOf, type VersionStatus } from '@/lib/rule-versions/queries.ts';
import { inForceText, periodText } from '@/lib/rule-versions/text-words.ts';

const STATUS: Readonly<Record<VersionStatus, { kind: 'met' | 'risk' | 'open'; words: string }>> = {
  approved: { kind: 'met', words: 'approved' },
  draft: { kind: 'risk', words: 'draft, not in force' },
  discarded: { kind: 'open', words: 'discarded' },
};

/** One text of the office's own: what it says, where it stands, who is behind it. */
export function VersionLine({ version, title }: { version: ListedVersion; title?: string }) {
  const { kind, words } = STATUS[statusOf(version)];
  return (
    <>
      <p>
        <a className="link" href={versionHref(version)}>
          {title ? `${title}: ` : ''}
          {periodText({ count: version.periodCount, unit: version.periodUnit })} {inForceText(version)}
        </a>{' '}
        <Mark kind={kind}>{words}</Mark>
      </p>
      <p className="quiet small">
        Drafted by {version.drafterName}, {formatMoment(version.draftedAt)}
        {version.approvedAt
          ? `. Approved by ${version.approverName ?? 'somebody'}, ${formatMoment(version.approvedAt)}`
          : ''}
        .
      </p>
    </>
  );
}

const versionHref = ({ rule, id }: Pick<ListedVersion, 'rule' | 'id'>): string =>
  `/rules/${rule}/versions/${id}`;
