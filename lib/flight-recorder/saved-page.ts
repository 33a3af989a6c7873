import { OWED_BY_LABELS } from '../labels.ts';
import type { RecordedDeadline, RecordedMessage } from './recorder.ts';

const STYLE = `
  body { font: 15px/1.45 system-ui, sans-serif; color: #1d1b18; margin: 32px auto; max-width: 1000px; padding: 0 20px; }
  h1 { font-size: 24px; margin: 0 0 4px; } h2 { font-size: 18px; margin: 30px 0 4px; } p { margin: 2px 0; }
  .quiet { color: #5d574e; } table { border-collapse: collapse; table-layout: fixed; width: 100%; margin-top: 8px; }
  thead th:nth-child(1) { width: 23%; } thead th:nth-child(2) { width: 16%; } thead th:nth-child(3) { width: 23%; }
  th, td { text-align: left; vertical-align: top; padding: 6px 14px 6px 0; border-top: 1px solid #d9d4ca; }
  thead th { color: #5d574e; font-weight: 400; border-top: 0; } tbody th { font-weight: 600; }
  @media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; } tr, h2 { break-inside: avoid; } }`;

export type Saved = {
  readonly caseNumber: string;
  readonly officeName: string;
  /** When it was saved, in words, and by whom. */
  readonly at: string;
  readonly by: string;
};

/**
 * The reminders of a case as one page that stands on its own: it needs no other file, runs nothing and names no client.
 * Pure.
 */
export function savedPage(
  deadlines: readonly RecordedDeadline[],
  byHand: readonly RecordedMessage[],
  { caseNumber, officeName, at, by }: Saved,
): string {
  const title = `Reminders of case ${caseNumber}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(officeName)}</p>
<p class="quiet">Saved ${escaped(at)} by ${escaped(by)} from Recourse. Times are those of the office.</p>
${deadlines.length === 0 ? '<p>There are no reminders on this case.</p>' : deadlines.map(section).join('\n')}
${byHand.length === 0 ? '' : `<section>\n<h2>Sent to the client by hand</h2>\n${table(byHand)}\n</section>`}
</body>
</html>
`;
}

const section = ({
  title,
  owedBy,
  due,
  state,
  stateText,
  answers,
  messages,
}: RecordedDeadline): string => `<section>
<h2>${escaped(title)}</h2>
<p class="quiet">${escaped(
  [
    owedBy ? `owed by the ${OWED_BY_LABELS[owedBy]}` : '',
    state === 'moved' ? `was due ${due}` : `due ${due}`,
    stateText,
  ]
    .filter(Boolean)
    .join(', '),
)}</p>
${answers.map((answer) => `<p>${escaped(answer)}</p>`).join('\n')}
${table(messages)}
</section>`;

const table = (messages: readonly RecordedMessage[]): string => `<table>
<thead><tr><th scope="col">Reminder</th><th scope="col">To</th><th scope="col">Planned</th><th scope="col">What happened</th></tr></thead>
<tbody>
${messages
  .map(
    ({ rung, to, planned, happenings }) =>
      `<tr><th scope="row">${escaped(rung)}</th><td>${escaped(to)}</td><td>${escaped(planned)}</td><td>${happenings
        .map(({ text }) => escaped(text))
        .join('<br>')}</td></tr>`,
  )
  .join('\n')}
</tbody>
</table>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
