/** What the database refused, without the values it refused: those are people's names and health. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
  /** PostgreSQL's five-character code, such as 23505 for a value that has to be unique. */
  readonly code: string;
  readonly constraint: string | undefined;

  constructor(code: string, constraint: string | undefined, stack: string | undefined) {
    super(`the database refused a statement (${code}${constraint ? `, ${constraint}` : ''})`);
    this.code = code;
    this.constraint = constraint;
    const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
    this.stack = [`${this.name}: ${this.message}`, ...frames].join('\n');
  }
}

/**
 * Takes the statement, its parameters and PostgreSQL's detail out of a failure of the driver, since whoever prints an
 * error prints its message. Any other error is returned as it is.
 */
export function withoutValues(error: unknown): unknown {
  const refused = refusalIn(error);
  if (!refused) return error;
  return new DatabaseError(
    refused.code,
    refused.constraint,
    error instanceof Error ? error.stack : undefined,
  );
}

const DEEPEST_CAUSE = 4;

function refusalIn(error: unknown): { code: string; constraint?: string } | null {
  if (!(error instanceof Error)) return null;
  const isDrivers = error.message.startsWith('Failed query:') || 'severity' in error;
  if (!isDrivers) return null;
  let cause: unknown = error;
  for (let depth = 0; depth < DEEPEST_CAUSE && cause instanceof Error; depth += 1) {
    const { code, constraint } = cause as { code?: unknown; constraint?: unknown };
    if (typeof code === 'string') return { code, ...(typeof constraint === 'string' && { constraint }) };
    cause = cause.cause;
  }
  return { code: 'connection lost' };
}
