import { parseArgs } from 'node:util';
import { parseInstant, startOfPacificDay } from '../../lib/calendar/instant.ts';
import { parseLocalDate } from '../../lib/calendar/local-date.ts';
import { Problem } from '../launcher/problem.ts';

export const help = `npm run remind        Note what lapsed and send every reminder and digest that is due, once. The worker does the same by itself.

  -- --dry-run                   Print what would be noted and sent, and why. Nothing is sent or written.
     --as-of 2026-12-01          As if it were that morning, or an instant such as 2026-12-01T09:00:00-08:00.
                                 Without --dry-run only where TEST_CLOCK=on, since the messages would be real.
     --office ID                 One office only.

  -- reconcile                   Compare what should have gone out by now with what did, and list every difference.
     --office ID                 One office only.

  -- drill                       Play 90 days of an invented office on a test clock, in a database of its own: mail is
                                 down for two days, people are away, addresses are gone. Prints the ledger's story.
     --days 90                   So many days, 10 to 365.
     --seed 1                    Another number plays another office; the same number plays the same.

Ends with 0 when everything due was handled and nothing differed, 1 when something failed or differed, 2 when it was
asked wrongly.`;

/** The person at the terminal asked for something that cannot be done. */
export class AskedWrongly extends Problem {}

export type Asked = {
  readonly what: 'help' | 'send' | 'dry-run' | 'reconcile' | 'drill';
  readonly asOf: Date | null;
  readonly officeId: string | null;
  readonly days: number;
  readonly seed: number;
};

const NINE_HOURS = 9 * 60 * 60 * 1000;
/** What each of them takes beside --help. */
const TAKES = {
  send: ['as-of', 'office'],
  'dry-run': ['as-of', 'office', 'dry-run'],
  reconcile: ['office'],
  drill: ['days', 'seed'],
} as const;

export function readArguments(args: string[]): Asked {
  const { values, positionals } = parsed(args);
  const what = whatIn(positionals, values['dry-run'] ?? false);
  const { 'as-of': asOf, office } = values;
  const stray = Object.keys(values).find(
    (name) => name !== 'help' && !(TAKES[what] as readonly string[]).includes(name),
  );
  if (stray && !values.help) throw new AskedWrongly(`--${stray} does not go with ${what}.\n\n${help}`);
  return {
    what: values.help ? 'help' : what,
    asOf: asOf === undefined ? null : momentOf(asOf),
    officeId: office ?? null,
    days: numberOf('days', values.days ?? '90', 10, 365),
    seed: numberOf('seed', values.seed ?? '1', 0, 2 ** 31),
  };
}

function whatIn(positionals: readonly string[], isDryRun: boolean): Exclude<Asked['what'], 'help'> {
  const [what, ...more] = positionals;
  if (what === undefined) return isDryRun ? 'dry-run' : 'send';
  if ((what === 'reconcile' || what === 'drill') && more.length === 0) return what;
  throw new AskedWrongly(`${positionals.join(' ')} is not understood.\n\n${help}`);
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        'dry-run': { type: 'boolean' },
        'as-of': { type: 'string' },
        office: { type: 'string' },
        days: { type: 'string' },
        seed: { type: 'string' },
      },
    });
  } catch (error) {
    throw new AskedWrongly(`${error instanceof Error ? error.message : 'Not understood.'}\n\n${help}`);
  }
}

function momentOf(text: string): Date {
  const day = parseLocalDate(text);
  if (day) return new Date(new Date(startOfPacificDay(day)).getTime() + NINE_HOURS);
  const moment = parseInstant(text);
  if (moment) return new Date(moment);
  throw new AskedWrongly(
    `--as-of ${text} is not a day such as 2026-12-01 or an instant such as 2026-12-01T09:00:00-08:00.`,
  );
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new AskedWrongly(`--${name} ${text} is not a whole number from ${least} to ${most}.`);
}
