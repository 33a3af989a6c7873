import { wordsIn as calculatorWords } from '../calculator/catalog.ts';
import type { StaffLanguage } from '../db/vocabulary.ts';
import { law } from '../deadlines/citations.ts';
import { disagreements as disagreementsOf } from '../deadlines/disagreements.ts';
import { wordsIn } from '../words/words.ts';
import { type Ground, HELP_GROUNDS, HELP_SOURCES, type HelpTopic } from './grounds.ts';

/** A provision or page that a statement rests on. */
export type GroundView = {
  readonly id: string;
  readonly name: string;
  readonly url: string | null;
  readonly says: string;
  readonly certainty: string;
  readonly checkedOn: string;
};

export type HelpPage = {
  readonly title: string;
  readonly lead: string;
  readonly statements: readonly { readonly text: string; readonly grounds: readonly GroundView[] }[];
  /** Each ground once, in the order of the statements. */
  readonly grounds: readonly GroundView[];
  readonly otherwise: readonly {
    readonly popular: string;
    readonly source: string;
    readonly legal: string;
    readonly used: string;
  }[];
};

/** One topic of the help in the reader's language, every statement with its sources and how sure we are of each. Pure. */
export function helpPageOf(topic: HelpTopic, language: StaffLanguage): HelpPage {
  const { title, lead, statements } = wordsIn(language).help.topics[topic];
  const { says, otherwise } = HELP_GROUNDS[topic];
  const texts: Readonly<Record<string, string>> = statements;
  const shown = Object.entries<readonly Ground[]>(says).map(([id, grounds]) => ({
    text: texts[id] ?? '',
    grounds: grounds.map((ground) => viewOf(ground, language)),
  }));
  const { disagreements, sources } = calculatorWords(language);
  return {
    title,
    lead,
    statements: shown,
    grounds: [...new Map(shown.flatMap(({ grounds }) => grounds.map((each) => [each.id, each]))).values()],
    otherwise: otherwise.map((id) => ({
      ...disagreements[id],
      source: sources[disagreementsOf[id].source],
    })),
  };
}

function viewOf(ground: Ground, language: StaffLanguage): GroundView {
  const { help, labels, dates } = wordsIn(language);
  if ('law' in ground) {
    const { law: name, url, certainty, checkedOn } = law[ground.law];
    return {
      id: ground.law,
      name,
      url,
      says: calculatorWords(language).paraphrase(ground.law),
      certainty: labels.certainty[certainty],
      checkedOn: help.checked(dates.medium(checkedOn)),
    };
  }
  const { url, certainty, checkedOn } = HELP_SOURCES[ground.source];
  return {
    id: ground.source,
    name: help.sources[ground.source],
    url,
    says: help.sourceSays[ground.source],
    certainty: labels.certainty[certainty],
    checkedOn: help.checked(dates.medium(checkedOn)),
  };
}
