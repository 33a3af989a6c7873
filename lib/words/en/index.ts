import { chrome } from './chrome.ts';
import { notes } from './notes.ts';

export const english = { chrome, notes };
