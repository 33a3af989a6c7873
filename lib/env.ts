import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, hostname: /.+/ });
const text = z.string().trim().min(1);
const documentKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Every variable Recourse reads: how it is parsed, and what a person is told when it is wrong. */
const variables = {
  DATABASE_URL: {
    schema: postgresUrl.optional(),
    expected: 'a URL such as postgres://owner:password@host:5432/recourse',
  },
  DATABASE_APP_URL: {
    schema: postgresUrl,
    expected: 'a postgres:// URL for the restricted role recourse_app; "npm start" sets it',
  },
  DATABASE_WORKER_URL: {
    schema: postgresUrl.optional(),
    expected: 'a postgres:// URL for the restricted role recourse_worker; "npm start" sets it',
  },
  PORT: {
    schema: z.coerce.number().int().min(1).max(65_535).default(3000),
    expected: 'a port number from 1 to 65535',
  },
  APP_URL: {
    schema: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .refine((url) => url === new URL(url).origin),
    expected: 'the address people open, such as https://recourse.example.org, without a path',
  },
  LISTEN_HOST: {
    schema: text.default('localhost'),
    expected: 'the name or address to listen on, such as localhost or 0.0.0.0',
  },
  TRUSTED_PROXIES: {
    schema: z.coerce.number().int().min(0).max(9).default(0),
    expected: 'the number of reverse proxies of yours that requests come through, from 0 to 9',
  },
  AUTH_SECRET: {
    schema: z.string().min(32),
    expected: 'a random text of at least 32 characters; "npm start" makes one',
  },
  MAIL_FROM: {
    schema: z
      .string()
      .regex(/^[^<>@\r\n]*<?[^<>@\s]+@[^<>@\s]+>?$/)
      .default('Recourse <reminders@localhost>'),
    expected: 'a sender such as Recourse <reminders@example.org>',
  },
  RESEND_API_KEY: {
    schema: z
      .string()
      .regex(/^\S{8,}$/)
      .optional(),
    expected: 'a key from resend.com',
  },
  RESEND_WEBHOOK_SECRET: {
    schema: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{20,}={0,2}$/)
      .optional(),
    expected: 'the signing secret of the webhook at resend.com, which begins with whsec_',
  },
  RESEND_BASE_URL: { schema: z.url({ protocol: /^https?$/ }).optional(), expected: 'an http or https URL' },
  SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    expected: 'a URL such as smtps://user:password@mail.example.org:465',
  },
  OIDC_ISSUER: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    expected: 'the issuer of your identity provider, such as https://accounts.google.com',
  },
  OIDC_CLIENT_ID: { schema: text.optional(), expected: 'the client id your identity provider gave you' },
  OIDC_CLIENT_SECRET: {
    schema: text.optional(),
    expected: 'the client secret your identity provider gave you',
  },
  OIDC_NAME: {
    schema: text.default('single sign-on'),
    expected: 'what people call the identity provider, such as Google Workspace',
  },
  OIDC_EMAIL_IS_VERIFIED: {
    schema: z.literal('on').optional(),
    expected: 'unset, or "on" where only your own administrators can set an account’s e-mail address',
  },
  DATA_DIR: { schema: text.default('.data'), expected: 'a folder' },
  DOCUMENT_KEY: {
    schema: documentKey,
    expected: '32 random bytes in base64url (43 characters); "npm start" makes it',
  },
  DOCUMENT_FORMER_KEYS: {
    schema: z
      .string()
      .transform((keys) => keys.split(',').map((key) => key.trim()))
      .pipe(z.array(documentKey))
      .optional(),
    expected: 'the former values of DOCUMENT_KEY, with commas between them',
  },
  UPLOAD_LIMIT_MB: {
    schema: z.coerce.number().int().min(1).max(500).default(50),
    expected: 'the size of the largest file that is taken in, in megabytes from 1 to 500',
  },
  CLAMD_URL: {
    schema: z
      .string()
      .regex(/^(?:tcp:\/\/[^/\s:]+:\d{1,5}|unix:\/\S+)$/)
      .optional(),
    expected: 'where the virus scanner listens, such as tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl',
  },
  S3_ENDPOINT: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    expected: 'the address of an S3-compatible store, such as https://s3.us-west-1.amazonaws.com',
  },
  S3_BUCKET: { schema: text.optional(), expected: 'the name of a bucket' },
  S3_REGION: { schema: text.default('us-east-1'), expected: 'a region such as us-west-1' },
  S3_ACCESS_KEY_ID: { schema: text.optional(), expected: 'the id of a key that may use the bucket' },
  S3_SECRET_ACCESS_KEY: { schema: text.optional(), expected: 'the secret of S3_ACCESS_KEY_ID' },
  S3_FORCE_PATH_STYLE: {
    schema: z.literal('on').optional(),
    expected: 'unset, or "on" where the bucket’s name stands in the path of the address',
  },
  MAIL_DIR: { schema: text, expected: 'a folder' },
  TEST_CLOCK: {
    schema: z.literal('on').optional(),
    expected: 'unset, or "on" in a test whose APP_URL is on this machine',
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    expected: 'one of fatal, error, warn, info, debug, trace, silent',
  },
  NODE_ENV: {
    schema: z.enum(['development', 'production', 'test']).default('development'),
    expected: 'one of development, production, test',
  },
} as const;

type Name = keyof typeof variables;
type Source = Readonly<Record<string, string | undefined>>;

/** What the web server runs with. */
export type Env = { [N in Name]: z.output<(typeof variables)[N]['schema']> };
type MadeByStart = 'DATABASE_APP_URL' | 'AUTH_SECRET' | 'DOCUMENT_KEY';
/** What the worker and commands such as `npm start` begin with: what start makes by itself may still be missing. */
export type CommandEnv = Omit<Env, MadeByStart> & Partial<Pick<Env, MadeByStart>>;
export type EnvResult<E> = { ok: true; env: E } | { ok: false; problems: string[] };

export const environmentVariables = Object.keys(variables) as Name[];
const madeByStart: ReadonlySet<Name> = new Set<MadeByStart>([
  'DATABASE_APP_URL',
  'AUTH_SECRET',
  'DOCUMENT_KEY',
]);
const neededToRun = new Set(['PATH', 'SYSTEMROOT', 'TEMP', 'TMP']);
const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Thrown before anything runs with a bad configuration; the message names every bad variable and no value. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
  constructor(problems: string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** Reads the configuration of the web server. Problems name the variable, never its value. */
export function readEnv(source: Source = process.env): EnvResult<Env> {
  return parse<Env>(source, new Set());
}

/** Reads the configuration of the worker and of commands, which do without what start makes, or make it. */
export function readCommandEnv(source: Source = process.env): EnvResult<CommandEnv> {
  return parse<CommandEnv>(source, madeByStart);
}

let current: Env | undefined;

/** The configuration of this process, read once. Throws EnvironmentError. */
export function getEnv(): Env {
  current ??= orThrow(readEnv());
  return current;
}

/** Gives getEnv() its value: for commands, which complete the configuration themselves, and for tests. */
export function setEnv(env: Env): void {
  current = env;
}

/** The configuration of a command: the process's own, completed from the file `.env`. Throws EnvironmentError. */
export function getCommandEnv(): CommandEnv {
  if (process.env.NODE_ENV !== 'test' && existsSync('.env')) process.loadEnvFile('.env');
  return orThrow(readCommandEnv());
}

/** The environment for a child process: this one's, with some values replaced or (undefined) removed. */
export function inheritEnv(replaced: Source): NodeJS.ProcessEnv {
  const inherited: NodeJS.ProcessEnv = { ...process.env };
  for (const [name, value] of Object.entries(replaced)) {
    if (value === undefined) delete inherited[name];
    else inherited[name] = value;
  }
  return inherited;
}

/** The environment for a program that only has to be found and run: `values` and nothing else that could steer it. */
export function bareEnv(values: Source): NodeJS.ProcessEnv {
  const unneeded = Object.keys(process.env).filter((name) => !neededToRun.has(name.toUpperCase()));
  return inheritEnv({ ...Object.fromEntries(unneeded.map((name) => [name, undefined])), ...values });
}

/** People reach it from this machine alone: a trial or a test, never the office's own server. */
export const runsOnThisMachine = ({ APP_URL }: Pick<Env, 'APP_URL'>): boolean =>
  loopbackHosts.has(new URL(APP_URL).hostname);

function orThrow<E>(result: EnvResult<E>): E {
  if (!result.ok) throw new EnvironmentError(result.problems);
  return result.env;
}

function parse<E>(source: Source, mayBeMissing: ReadonlySet<Name>): EnvResult<E> {
  const problems: string[] = [];
  const values: Partial<Record<Name, unknown>> = {};
  const refuse = (name: Name) => problems.push(`${name} must be ${variables[name].expected}.`);

  for (const name of environmentVariables) {
    const given = source[name]?.trim() || derivedDefault(name, source, values.PORT);
    if (given === undefined && mayBeMissing.has(name)) continue;
    const result = variables[name].schema.safeParse(given);
    if (result.success) values[name] = result.data;
    else refuse(name);
  }
  if (problems.length > 0) return { ok: false, problems };

  const env = values as Env;
  if (env.TEST_CLOCK && !runsOnThisMachine(env)) refuse('TEST_CLOCK');
  if (env.RESEND_API_KEY && env.SMTP_URL) {
    problems.push('RESEND_API_KEY and SMTP_URL are both set: keep the one that is to send the mail.');
  }
  const provider = (['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).map(
    (name) => env[name],
  );
  if (provider.some(Boolean) && !provider.every(Boolean)) {
    problems.push(
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three, or none.',
    );
  }
  if (env.OIDC_ISSUER?.startsWith('http://') && !loopbackHosts.has(new URL(env.OIDC_ISSUER).hostname)) {
    problems.push('OIDC_ISSUER must start with https://: what it says decides who may come in.');
  }
  const bucket = (['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const).map(
    (name) => env[name],
  );
  if (bucket.some(Boolean) && !bucket.every(Boolean)) {
    problems.push(
      'S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set all four, or none.',
    );
  }
  if ((env.RESEND_API_KEY || env.SMTP_URL) && !source.MAIL_FROM?.trim()) refuse('MAIL_FROM');
  return problems.length > 0 ? { ok: false, problems } : { ok: true, env: values as E };
}

function derivedDefault(name: Name, source: Source, port: unknown): string | undefined {
  if (name === 'APP_URL') return `http://localhost:${Number(port ?? 3000)}`;
  if (name === 'MAIL_DIR') return path.join(source.DATA_DIR?.trim() || '.data', 'mail');
  return undefined;
}
