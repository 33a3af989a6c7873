import type { Words } from '../words.ts';
import { chrome } from './chrome.ts';
import { notes } from './notes.ts';

export const spanish: Words = { chrome, notes };
