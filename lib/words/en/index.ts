import { brief } from './brief.ts';
import { caseList } from './case-list.ts';
import { chrome } from './chrome.ts';
import { drafts } from './drafts.ts';
import { find } from './find.ts';
import { keyboard } from './keyboard.ts';
import { messages } from './messages.ts';
import { notes } from './notes.ts';
import { safeContact } from './safe-contact.ts';
import { team } from './team.ts';

export const english = {
  caseList,
  chrome,
  drafts,
  find,
  keyboard,
  messages,
  notes,
  brief,
  safeContact,
  team,
};
