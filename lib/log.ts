import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

type DescribedError = {
  name: string;
  /** What an error page shows, so that a report leads to its line. */
  digest?: string;
  code?: string;
  constraint?: string;
  stack: string[];
  cause?: DescribedError;
};

const deepestCause = 3;
const redacted = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'email',
  'phone',
  'address',
  'to',
];

/** A logger of JSON lines for one part of the system, which keeps what identifies a client out of them. */
export function createLogger(
  part: string,
  level = 'info',
  destination?: { write(line: string): void },
): Logger {
  return pino(
    {
      level,
      base: { part },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: redacted.flatMap((key) => [key, `*.${key}`]),
      serializers: { err: describeError, error: describeError },
      // pino would copy the message of a logged error into the line.
      hooks: {
        logMethod(args, method) {
          const [first, message, ...rest] = args as unknown[];
          const withoutMessage = typeof first === 'object' && message === undefined;
          const subject = first instanceof Error ? { err: first } : first;
          method.apply(
            this,
            (withoutMessage ? [subject, ''] : [subject, message, ...rest]) as Parameters<typeof method>,
          );
        },
      },
    },
    destination ?? pino.destination(1),
  );
}

/**
 * What may be written down about a failure: its kind, code, constraint and frames. Never its message or detail,
 * since PostgreSQL and drizzle put the rejected values there.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const { code, constraint, digest, cause } = error as Error &
    Record<'code' | 'constraint' | 'digest', unknown>;
  return {
    name: error.name,
    ...(typeof digest === 'string' && DIGEST.test(digest) ? { digest } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    stack: framesOf(error)
      .split('\n')
      .filter((line) => /^ {4}at /.test(line))
      .map((line) => line.trim()),
    ...(cause instanceof Error && depth < deepestCause ? { cause: describeError(cause, depth + 1) } : {}),
  };
}

/** The number that Next.js makes of an error; a redirect carries an address there. */
const DIGEST = /^\d+$/;

/** The stack behind the message, which may itself have lines that look like frames. */
function framesOf({ stack = '', message }: Error): string {
  const end = message === '' ? -1 : stack.indexOf(message);
  return end < 0 ? stack : stack.slice(end + message.length);
}

/**
 * Lets a framework say through `log` what it would print: an error by its kind and frames, never by its message; of a text
 * its first line and none of what is put into it.
 */
export function quietConsole(log: Logger, target: Pick<Console, 'error' | 'warn'> = console): void {
  const through =
    (level: 'error' | 'warn') =>
    (...said: unknown[]) => {
      const err = said.find((each) => each instanceof Error);
      const text = said.find((each) => typeof each === 'string') ?? '';
      if (err) log[level]({ err }, 'a failure that nothing answered');
      else log[level]({ said: text.split('\n')[0] }, 'from a framework');
    };
  target.error = through('error');
  target.warn = through('warn');
}
