import { englishDates } from '../../calculator/dates.ts';
import { acts } from './acts.ts';
import { brief } from './brief.ts';
import { caseList } from './case-list.ts';
import { chrome } from './chrome.ts';
import { clientCard, clientCardPage } from './client-card.ts';
import { drafts, unfinished } from './drafts.ts';
import { duplicates } from './duplicates.ts';
import { family } from './family.ts';
import { find } from './find.ts';
import { help } from './help.ts';
import { keyboard } from './keyboard.ts';
import { labels } from './labels.ts';
import { messages } from './messages.ts';
import { noteTemplates } from './note-templates.ts';
import { notes } from './notes.ts';
import { pinnedFacts } from './pinned-facts.ts';
import { safeContact } from './safe-contact.ts';
import { states } from './states.ts';
import { tasks } from './tasks.ts';
import { team } from './team.ts';
import { timeline } from './timeline.ts';
import { today } from './today.ts';
import { tour } from './tour.ts';

export const english = {
  acts,
  caseList,
  chrome,
  clientCard,
  clientCardPage,
  dates: englishDates,
  labels,
  drafts,
  unfinished,
  duplicates,
  find,
  help,
  keyboard,
  messages,
  notes,
  brief,
  safeContact,
  states,
  tasks,
  team,
  pinnedFacts,
  timeline,
  today,
  tour,
  family,
  noteTemplates,
};
