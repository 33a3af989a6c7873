import type { UserActor } from '../access/actor.ts';
import { may } from '../access/policy.ts';
import type { Violation } from '../errors.ts';

/** As many views of one's own as can still be told apart at a glance. */
export const MOST_VIEWS = 30;

/** What is shared changes everybody's list, so leaders alone change it. */
export const mayChangeView = (
  actor: UserActor,
  view: { readonly userId: string; readonly isShared: boolean },
): boolean => (view.isShared ? may(actor, 'view.share') : view.userId === actor.userId);

export const notTheirs: Violation = {
  field: null,
  message: 'This view is shared by a supervisor.',
  remedy: 'Ask a supervisor to change it, or save one of your own.',
};

export const mayNotShare: Violation = {
  field: 'isShared',
  message: 'Your role does not share views.',
  remedy: 'Save it for yourself, or ask a supervisor to share it.',
};

export const tooMany: Violation = {
  field: null,
  message: `You have ${MOST_VIEWS} views already.`,
  remedy: 'Remove one that you no longer use.',
};

export const nameTaken: Violation = {
  field: null,
  message: 'Another view of yours has this name by now.',
  remedy: 'Rename or remove that one first.',
};
