import { firstName } from '../../mail/first-name.ts';
import type { Letter } from '../../mail/letter.ts';

export type Alarm = {
  /** Neither a client nor a case is named in it. */
  readonly subject: string;
  readonly sentences: readonly string[];
  /** Where it is put right. */
  readonly href: string;
};

/** Something that an administrator has to know at once. Pure. */
export const alarmLetter = (
  { subject, sentences, href }: Alarm,
  reader: { readonly name: string },
): Letter => ({
  language: 'en',
  subject,
  preview: 'Recourse needs an administrator',
  greeting: `Hello, ${firstName(reader.name)}.`,
  paragraphs: sentences,
  button: { label: 'Open Recourse', href },
  closing: null,
  footnote: 'You get this because you administer the office. Alarms cannot be turned off.',
});
