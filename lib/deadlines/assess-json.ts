import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { Facts, Problem } from './facts.ts';
import { readFacts, readFactsList } from './read-facts.ts';

export type ReadJson =
  | { readonly ok: true; readonly facts: Facts | readonly Facts[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type AssessedJson =
  | { readonly ok: true; readonly body: Assessment | readonly Assessment[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Assesses parsed JSON, one case's facts or a list of them in the same order; anything flawed gives problems. Never throws. */
export function assessJson(json: unknown): AssessedJson {
  return assessRead(readJson(json));
}

/** The same from the text of a request; text that is no JSON is a problem with an empty path. */
export function assessJsonText(text: string): AssessedJson {
  return assessRead(readJsonText(text));
}

/** The facts in a text, one case's or a list of them, for those who assess them one by one. Never throws. */
export function readJsonText(text: string): ReadJson {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return {
      ok: false,
      problems: [
        { path: '', message: "This is not JSON. Send one case's facts as a JSON object, or a list of them." },
      ],
    };
  }
  return readJson(json);
}

export function isList(facts: Facts | readonly Facts[]): facts is readonly Facts[] {
  return Array.isArray(facts);
}

function readJson(json: unknown): ReadJson {
  const read = Array.isArray(json) ? readFactsList(json) : readFacts(json);
  if (read.ok) return read;
  return { ok: false, problems: read.problems.map(({ path, message }) => ({ path, message })) };
}

function assessRead(read: ReadJson): AssessedJson {
  if (!read.ok) return read;
  const { facts } = read;
  return { ok: true, body: isList(facts) ? facts.map((each) => assess(each)) : assess(facts) };
}
