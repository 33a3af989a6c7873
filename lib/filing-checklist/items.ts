import { APPLICATION_ITEMS } from './application-items.ts';
import { ITEM_IDS, type ItemRule } from './item-rule.ts';
import { MEDICAL_ITEMS } from './medical-items.ts';
import { PAPER_ITEMS } from './paper-items.ts';
import { SPECIAL_ITEMS } from './special-items.ts';

const RULES = [...APPLICATION_ITEMS, ...PAPER_ITEMS, ...MEDICAL_ITEMS, ...SPECIAL_ITEMS];

/** Every item of the checklist, in the order of the application and then of its attachments. */
export const ITEMS: readonly ItemRule[] = ITEM_IDS.flatMap(
  (id) => RULES.find(({ item }) => item === id) ?? [],
);
