import { getEnv } from '../env.ts';
import { createLogger, type Logger } from '../log.ts';
import { hashedSubject } from './keys.ts';

/** Who was refused what: an account by the name it is counted under, or a person who is signed in by their id. */
export type RefusedTry = {
  readonly what: string;
  readonly account?: string;
  readonly personId?: string;
  readonly from?: string;
  readonly heldFor?: number;
};

let log: Logger | undefined;

/** Logs a refusal, so that whoever watches the server sees an attack. E-mails and addresses stand in it hashed only. */
export function noteRefusal({ account, from, ...rest }: RefusedTry): void {
  log ??= createLogger('access', getEnv().LOG_LEVEL);
  const hashed = {
    ...(account !== undefined && { account: hashedSubject(account) }),
    ...(from !== undefined && { from: hashedSubject(from) }),
  };
  log.warn({ ...rest, ...hashed }, 'refused');
}
