import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface Allowance {
  /** Spends points for an address: null where they were there, else the whole seconds until there are some again. */
  spend(address: string, points: number): Promise<number | null>;
}

/** Points for one address and for all of them together, renewed every minute and kept in this process's memory alone. */
export function createAllowance({
  perAddress,
  together,
}: {
  readonly perAddress: number;
  readonly together: number;
}): Allowance {
  const each = new RateLimiterMemory({ points: perAddress, duration: 60 });
  const all = new RateLimiterMemory({ points: together, duration: 60 });
  return {
    async spend(address, points) {
      try {
        await each.consume(address, points);
        await all.consume('all', points);
        return null;
      } catch (spent) {
        if (spent instanceof RateLimiterRes) return Math.max(1, Math.ceil(spent.msBeforeNext / 1_000));
        throw spent;
      }
    },
  };
}
