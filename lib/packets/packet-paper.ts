import { formatLongDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { REGULATOR_LABELS } from '../labels.ts';
import { type Block, blocksOfPlainText } from '../paper/blocks.ts';
import type { PacketContents, PacketField } from './contents.ts';
import { exhibitLine } from './packet-plan.ts';

/** One page of a file; `page` is null where the file is a picture of it. */
export type ShownPage = { readonly path: string; readonly page: number | null };

type Part = {
  readonly id: string;
  readonly name: string;
  readonly line: string;
  readonly shown: readonly ShownPage[];
};

/** The pages of each paper in the order of `papersOf`, with those of the official form apart. */
export type PacketPages = {
  readonly papers: readonly (readonly ShownPage[])[];
  readonly form: readonly ShownPage[] | null;
};

/** What the template of a packet is given: every text as it is, and where its pages are. */
export function packetPaper(contents: PacketContents, number: number, pages: PacketPages) {
  const waiting = [...pages.papers];
  const take = () => waiting.shift() ?? [];
  const form = contents.form &&
    pages.form && {
      id: 'form',
      name: contents.form.title,
      line: contents.form.title,
      shown: pages.form,
    };
  const statements = contents.statements.map(({ kind, title, from }) => ({
    ...part(`statement-${kind}`, title, title, 'document' in from ? take() : []),
    blocks: 'text' in from ? blocksOfPlainText(from.text) : ([] as Block[]),
    signature: 'text' in from ? from.signature : '',
  }));
  const exhibits = contents.exhibits.map((exhibit) =>
    part(`exhibit-${exhibit.letter}`, `Exhibit ${exhibit.letter}`, exhibitLine(exhibit), take()),
  );
  return {
    title: `IMR application, case ${contents.caseNumber}, packet ${number}`,
    author: contents.sender.office,
    caseNumber: contents.caseNumber,
    cover: coverOf(contents),
    list: [
      ...(form ? [listed(form)] : []),
      { id: 'application', name: 'Application', line: 'Data of the application', pages: null },
      ...[...statements, ...exhibits].map(listed),
    ],
    form,
    application: {
      id: 'application',
      title: 'Data of the application',
      notes: applicationNotes(contents),
      sections: sectionsOf(contents.application.fields),
    },
    statements,
    exhibits,
  };
}

const part = (id: string, name: string, line: string, shown: readonly ShownPage[]): Part => ({
  id,
  name,
  line,
  shown,
});

const listed = ({ id, name, line, shown }: Part) => ({
  id,
  name: name === line ? (id === 'form' ? 'Form' : 'Statement') : name,
  line,
  pages: shown.length || null,
});

function coverOf({ regulator, channel, destination, sender, isExpedited, ...contents }: PacketContents) {
  const about = [
    'Application for an Independent Medical Review',
    `Patient: ${contents.clientName}`,
    ...(contents.plan ? [`Health plan: ${contents.plan}`] : []),
    ...(contents.memberNumber ? [`Member number: ${contents.memberNumber}`] : []),
    `Our case number: ${contents.caseNumber}`,
  ];
  return {
    title: channel === 'fax' ? 'Fax' : 'Letter of transmittal',
    isExpedited,
    to: [regulator === 'DMHC' ? 'Department of Managed Health Care, Help Center' : REGULATOR_LABELS.CDI],
    viaLabel: channel === 'fax' ? 'Fax number' : 'Mailed to',
    via: destination.lines,
    from: [sender.person, sender.office, sender.phone].filter((text) => text !== ''),
    date: formatLongDate(contents.datedOn as LocalDate),
    about,
    notes: [
      'These are copies. The originals stay with the patient; nothing needs to be returned.',
      ...(channel === 'fax'
        ? [
            'Confidential: this fax holds health information about one person and is meant for the department alone. If it reached you by mistake, please call the number above and destroy it.',
          ]
        : []),
    ],
  };
}

function applicationNotes({ application, form }: PacketContents): string[] {
  const unshown = form?.unshown ?? [];
  return [
    form
      ? `The department’s own form comes first, ${Object.keys(form.values).length > 0 ? 'filled from these data; these pages hold what did not fit into it' : 'to be filled in by hand from these data'}.`
      : `In the order of the department’s form. Compare with ${application.compareWith}; blank lines are filled in by hand.`,
    ...(unshown.length > 0
      ? [`To be written by hand on the form, whose letters cannot show them: ${unshown.join('; ')}.`]
      : []),
  ];
}

function sectionsOf(fields: readonly PacketField[]) {
  const titles = [...new Set(fields.map(({ section }) => section))];
  return titles.map((title) => ({
    title,
    fields: fields
      .filter(({ section }) => section === title)
      .map(({ number, label, value, isAsked, certainty }) => ({
        number,
        label,
        value,
        isAsked,
        isUnverified: certainty === 'unverified',
      })),
  }));
}
