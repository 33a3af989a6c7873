import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { Problem } from './facts.ts';
import { readFacts, readFactsList } from './read-facts.ts';

export type AssessedJson =
  | { readonly ok: true; readonly body: Assessment | readonly Assessment[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Assesses parsed JSON, one case's facts or a list of them in the same order; anything flawed gives problems. Never throws. */
export function assessJson(json: unknown): AssessedJson {
  if (Array.isArray(json)) {
    const read = readFactsList(json);
    return read.ok ? { ok: true, body: read.facts.map((facts) => assess(facts)) } : read;
  }
  const read = readFacts(json);
  if (read.ok) return { ok: true, body: assess(read.facts) };
  return { ok: false, problems: read.problems.map(({ path, message }) => ({ path, message })) };
}

/** The same from the text of a request or of standard input; text that is no JSON is a problem with an empty path. */
export function assessJsonText(text: string): AssessedJson {
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
  return assessJson(json);
}
