import { formatLongDate } from '../../calendar/format-date.ts';
import type { LocalDate } from '../../calendar/local-date.ts';
import { type ClockId, isManual } from '../../deadlines/clock-title.ts';
import { actText, discreetActText } from '../../deadlines/lapse.ts';
import { firstName } from '../../mail/first-name.ts';
import { type Letter, type Paragraph, strong } from '../../mail/letter.ts';
import { type StaffRecipient, shortName } from './staff-letter.ts';

export type StaffCorrection = {
  readonly record: { readonly number: string; readonly client: { readonly name: string } };
  readonly rule: ClockId;
  /** The day that an earlier message named. */
  readonly formerDate: LocalDate;
  /** The day that holds now; null where the clock no longer stands. */
  readonly dueOn: LocalDate | null;
  readonly recipient: StaffRecipient;
  readonly caseUrl: string;
};

/** Takes back a day that an earlier reminder named. The subject has the case's number and the act, and no client. */
export function staffCorrection(correction: StaffCorrection): Letter {
  const { record, rule, dueOn, recipient, caseUrl } = correction;
  const about = isManual(rule) ? 'date added by hand' : discreetActText({ rule });
  return {
    language: 'en',
    subject: `${record.number} ${about}: ${dueOn ? `now ${formatLongDate(dueOn)}` : 'the date no longer stands'}`,
    preview: `Case ${record.number} in Recourse`,
    greeting: `Hello, ${firstName(recipient.name)}.`,
    paragraphs: [
      `Case ${record.number}: ${shortName(record.client.name)}`,
      whatChanged(correction),
      'An earlier reminder told you the former date. Take it out of your own calendar.',
    ],
    button: { label: 'Open the case', href: caseUrl },
    closing: null,
    footnote: `You get this because ${recipient.why}, and a reminder had told you the former date.`,
  };
}

function whatChanged({ rule, formerDate, dueOn }: StaffCorrection): Paragraph {
  const former = strong(formatLongDate(formerDate));
  const date = isManual(rule) ? 'A date that was added by hand' : `The date to ${actText({ rule })}`;
  return dueOn
    ? [`${date} moved from `, former, ' to ', strong(formatLongDate(dueOn)), '.']
    : [`${date}, `, former, ', no longer stands.'];
}
