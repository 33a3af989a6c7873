import { wordsIn } from '../words/words.ts';
import type { Bar } from './rules.ts';

/** Why a message was not sent, as the ledger says it. */
export const reasonOf = (bar: Bar): string => wordsIn('en').messages.bars[bar].message;
