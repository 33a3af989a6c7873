import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

type DescribedError = {
  name: string;
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
  const { code, constraint, cause } = error as Error & { code?: unknown; constraint?: unknown };
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^ {4}at /.test(line))
      .map((line) => line.trim()),
    ...(cause instanceof Error && depth < deepestCause ? { cause: describeError(cause, depth + 1) } : {}),
  };
}
