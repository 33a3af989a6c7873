import type { Letter, LetterRow } from '../../lib/mail/letter.ts';

const row = (when: string, note: string, text: string, reference: string): LetterRow => ({
  when,
  note,
  text,
  reference,
  href: `https://recourse.example/cases/${reference}`,
});

/** A morning's digest as it is laid out: headings with their rows, what lies beyond them, and links in the footnote. */
export const aDigest: Letter = {
  language: 'en',
  subject: '26-0274 file late, 26-0402 today, 1 this week',
  preview: 'Your clocks today',
  greeting: 'Good morning, Inés. One clock has run out, one ends today and one this week.',
  paragraphs: [],
  sections: [
    {
      heading: 'Overdue',
      count: 1,
      rows: [
        row(
          'Wed Nov 18',
          '3 days over, client',
          'File Walter A.’s IMR and ask the department to take it late',
          '26-0274',
        ),
      ],
    },
    {
      heading: 'Today',
      count: 2,
      rows: [
        row(
          'Sat Nov 21',
          'today, plan',
          'Kaiser must answer Duc T.’s urgent grievance by midnight',
          '26-0402',
        ),
        row(
          'Sat Nov 21',
          'today, department',
          'The department must accept or reject Olena K.’s IMR',
          '26-0388',
        ),
      ],
    },
  ],
  beyond:
    'Ten more in the next 30 days. The first is 26-0311, file the IMR by Mon Nov 30: four working days.',
  button: { label: 'Open Today', href: 'https://recourse.example/' },
  closing: null,
  footnote:
    'You get this because these cases are yours. Reminders for a clock that is about to be missed cannot be turned off.',
  footnoteLinks: [
    { label: 'Change the hour', href: 'https://recourse.example/account' },
    { label: 'Stop the digest', href: 'https://recourse.example/stop' },
  ],
};
