import { type Allowance, createAllowance } from '../assess-api/request-allowance.ts';

/** One mail provider presses the button for all of its readers, from few addresses. */
const pressesPerMinute = { perAddress: 120, together: 1_200 };

// Kept on the process, so that a development reload counts on.
const held = globalThis as { recourseStopAllowance?: Allowance };

/** How often links that stop messages may be pressed, counted in this process. */
export function stopAllowance(): Allowance {
  held.recourseStopAllowance ??= createAllowance(pressesPerMinute);
  return held.recourseStopAllowance;
}
