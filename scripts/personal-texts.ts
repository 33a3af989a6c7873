import fs from 'node:fs';
import { z } from 'zod';

/** Something about a person, and where it came from: a column, or what was typed. */
export type PersonalText = { readonly from: string; readonly text: string };

/** Which personal text stands where, told without repeating it. */
export type Leak = { readonly place: number; readonly from: string };

const shape = z.object({ from: z.string(), text: z.string().min(1) });

/** The texts that journeys kept, one on a line. */
export const readPersonalTexts = (file: string): PersonalText[] =>
  fs.existsSync(file)
    ? fs
        .readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => shape.parse(JSON.parse(line)))
    : [];

/** Finds personal texts as whole words in any of the places, whether written plainly, escaped or as part of an address. */
export function findPersonal(places: readonly string[], texts: readonly PersonalText[]): Leak[] {
  const sought = new Map(texts.map(({ from, text }) => [folded(text), from]));
  return places.flatMap((written, place) => {
    const forms = [folded(written), folded(decoded(written))];
    return [...sought]
      .filter(([text]) => forms.some((form) => standsIn(form, text)))
      .map(([, from]) => ({ place, from }));
  });
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** As an address or a line of JSON would have it read. */
function decoded(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\[nrt]/g, ' ')
    .replaceAll(/\\(["\\/])/g, '$1')
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
      Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
    );
}

function standsIn(form: string, text: string): boolean {
  for (let at = form.indexOf(text); at >= 0; at = form.indexOf(text, at + 1)) {
    const before = form.slice(0, at).at(-1) ?? '';
    const after = form.slice(at + text.length).at(0) ?? '';
    if (!isWordCharacter(before) && !isWordCharacter(after)) return true;
  }
  return false;
}

const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
