import type { PacketContents, PacketExhibit } from './contents.ts';
import { exhibitLine } from './packet-plan.ts';

/** In words, what a packet holds otherwise than the one before it; empty where nothing differs or none came before. */
export function changesSince(former: PacketContents | null, next: PacketContents): string[] {
  if (!former) return [];
  return [
    ...destinationChanges(former, next),
    ...applicationChanges(former, next),
    ...statementChanges(former, next),
    ...exhibitChanges(former, next),
  ];
}

function destinationChanges(former: PacketContents, next: PacketContents): string[] {
  const isSame =
    former.regulator === next.regulator &&
    former.destination.lines.join('\n') === next.destination.lines.join('\n');
  return isSame ? [] : [`It goes by ${next.channel} to ${next.destination.lines.join(', ')}.`];
}

function applicationChanges(former: PacketContents, next: PacketContents): string[] {
  const before = new Map(former.application.fields.map(({ number, value }) => [number, value]));
  const changed = next.application.fields.filter(
    ({ number, value }) => (before.get(number) ?? null) !== value,
  );
  const form = former.form?.formId === next.form?.formId ? [] : [formSentence(next)];
  if (changed.length === 0) return form;
  const rows = changed.map(({ number, label }) => `${number} ${label}`).join('; ');
  return [...form, `Application data changed: ${rows}.`];
}

const formSentence = ({ form }: PacketContents): string =>
  form ? 'The department’s own form is in it.' : 'The department’s own form is no longer in it.';

function statementChanges(former: PacketContents, next: PacketContents): string[] {
  const before = new Map(former.statements.map(({ kind, from }) => [kind, JSON.stringify(from)]));
  const after = new Set(next.statements.map(({ kind }) => kind));
  return [
    ...next.statements.flatMap(({ kind, title, from }) => {
      const was = before.get(kind);
      if (was === undefined) return [`Added: ${title}.`];
      return was === JSON.stringify(from) ? [] : [`Changed: ${title}.`];
    }),
    ...former.statements.filter(({ kind }) => !after.has(kind)).map(({ title }) => `Taken out: ${title}.`),
  ];
}

function exhibitChanges(former: PacketContents, next: PacketContents): string[] {
  const before = new Map(former.exhibits.map((exhibit) => [exhibit.documentId, exhibit]));
  const after = new Map(next.exhibits.map((exhibit) => [exhibit.documentId, exhibit]));
  const kept = next.exhibits.filter(({ documentId }) => before.has(documentId));
  const added = next.exhibits.filter(({ documentId }) => !before.has(documentId));
  const removed = former.exhibits.filter(({ documentId }) => !after.has(documentId));
  const replaced = kept.filter(
    ({ documentId, versionNumber }) => before.get(documentId)?.versionNumber !== versionNumber,
  );
  const moved = kept.filter(({ documentId, letter }) => before.get(documentId)?.letter !== letter);
  return [
    ...sentence('Exhibits added', added),
    ...sentence('Exhibits taken out', removed),
    ...sentence('Exhibits with a newer version', replaced),
    ...(moved.length > 0
      ? [
          `Exhibits with another letter: ${moved.map((exhibit) => `${before.get(exhibit.documentId)?.letter} is now ${exhibit.letter}`).join(', ')}.`,
        ]
      : []),
  ];
}

const sentence = (lead: string, exhibits: readonly PacketExhibit[]): string[] =>
  exhibits.length === 0
    ? []
    : [`${lead}: ${exhibits.map((exhibit) => `${exhibit.letter} ${exhibitLine(exhibit)}`).join('; ')}.`];
