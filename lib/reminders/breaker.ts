import type { Delivery } from '../mail/transport.ts';

/** So many in a row that it is mail that is down, and not a message that is at fault. */
const MOST_FAILURES_IN_A_ROW = 5;

/** Ends a sweep once messages in a row could not be handed over: trying every one of them then helps nobody. */
export class Breaker {
  #failures = 0;

  get isOpen(): boolean {
    return this.#failures >= MOST_FAILURES_IN_A_ROW;
  }

  note(delivery: Delivery): void {
    this.#failures = delivery.outcome === 'refused' && delivery.isRetryable ? this.#failures + 1 : 0;
  }
}
