import fs from 'node:fs';
import path from 'node:path';
import type { UserActor } from '../../lib/access/actor.ts';
import type { UnitOfWork } from '../../lib/db/unit-of-work.ts';
import type { Outcome } from '../../lib/errors.ts';

type Command = (unit: UnitOfWork<UserActor>, input: unknown) => Promise<Outcome<unknown>>;

export type NamedCommand = { readonly file: string; readonly name: string; readonly command: Command };

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What takes a unit of work and is no command: frames and parts of commands, previews, and the scheduled work. */
const FRAMES: ReadonlySet<string> = new Set([
  'lib/actions/define-action.ts',
  'lib/cases/load-case.ts',
  'lib/cases/on-open-case.ts',
  'lib/date-documents/on-dated-record.ts',
  'lib/date-documents/tie-dates.ts',
  'lib/deadlines/check-stored.ts',
  'lib/deadlines/note-lapses.ts',
  'lib/documents/on-document.ts',
  'lib/imr/change-current-application.ts',
  'lib/imr/filing-evidence.ts',
  'lib/imr/follow-proof.ts',
  'lib/manual-deadlines/end-task.ts',
  'lib/manual-deadlines/put-task.ts',
  'lib/plans/seed-directory.ts',
  'lib/covers/preview-cover.ts',
  'lib/restrictions/keep-named-leaders.ts',
  'lib/reminder-policy/preview-policy.ts',
  'lib/workload/preview-move.ts',
]);

/** Every command of the application, found where the house keeps them: one to a file named verb-noun. */
export async function listCommands(): Promise<NamedCommand[]> {
  const files = fs
    .globSync('lib/*/*-*.ts', { cwd: ROOT })
    .filter((file) => !/^lib\/(db|access|audit)\//.test(file) && !FRAMES.has(file))
    .filter((file) => /\bunit: UnitOfWork/.test(fs.readFileSync(path.join(ROOT, file), 'utf8')))
    .toSorted();
  return Promise.all(
    files.map(async (file) => {
      const name = camelCased(path.basename(file, '.ts'));
      const exported = (await import(path.join(ROOT, file))) as Readonly<Record<string, unknown>>;
      const [found] = Object.entries(exported).filter(
        ([key, value]) => isNamedFor(key, name) && isFunction(value),
      );
      if (!found) throw new Error(`${file} exports no command that is named after it`);
      return { file, name: found[0], command: found[1] as Command };
    }),
  );
}

/** The commands that the application's server actions run, by name. */
export function commandsOfActions(): string[] {
  const actions = fs.globSync('app/**/action.ts', { cwd: ROOT });
  return actions.flatMap((file) =>
    [...fs.readFileSync(path.join(ROOT, file), 'utf8').matchAll(/\bcommand: (\w+)/g)].map(
      (match) => match[1] ?? '',
    ),
  );
}

/**
 * What a forged form would send: every id it has room for is `id`, and the rest is blank. Whatever a command asks of it
 * is there, so that it is the lookup that refuses and not the form.
 */
export const forgedInput = (id: string): unknown =>
  new Proxy(
    {},
    {
      get(_, key) {
        if (typeof key === 'symbol') return undefined;
        if (key.endsWith('Ids')) return [id];
        if (key.endsWith('Id')) return id;
        return key === 'version' ? undefined : '';
      },
    },
  );

const camelCased = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const isFunction = (value: unknown) => typeof value === 'function';

/** `approve-version` exports approveRuleVersion: the folder may complete the noun. */
const isNamedFor = (exported: string, file: string): boolean =>
  exported === file || exported.startsWith(/^[a-z]+/.exec(file)?.[0] ?? file);
