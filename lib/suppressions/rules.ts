import type { Violation } from '../errors.ts';

/** Why a suppression cannot be lifted, or null. */
export function liftViolation(suppression: { readonly liftedAt: Date | null }): Violation | null {
  if (suppression.liftedAt === null) return null;
  return {
    field: null,
    message: 'Mail to this address is allowed again already.',
    remedy: 'Go back to the list, which shows what stands now.',
  };
}
