import type { LocalDate } from '../../../lib/calendar/local-date.ts';
import type { Story } from '../story.ts';
import { sixMonthsEndingFrom } from './calendar.ts';
import { closedCases } from './closed-cases.ts';
import { mediCal } from './medi-cal.ts';
import { otherRoutes } from './other-routes.ts';
import { reviews } from './reviews.ts';
import { silenceAndLateAnswers } from './silence-and-late-answers.ts';
import { waitingOnPlans } from './waiting-on-plans.ts';

/** The demo office's cases as they stand on `today`: invented people, dates that keep every group of Today filled. */
export const demoStories = (today: LocalDate): Story[] => [
  ...silenceAndLateAnswers(sixMonthsEndingFrom(today)),
  ...waitingOnPlans(),
  ...reviews(),
  ...mediCal(),
  ...otherRoutes(),
  ...closedCases(),
];
