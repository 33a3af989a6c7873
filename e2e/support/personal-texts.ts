import fs from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import type { PersonalText } from '../../scripts/personal-texts.ts';
import type { TestOffice } from '../../tests/support/office.ts';

/** What is said about people: every text in these tables of an office. */
const TABLES = [
  'clients',
  'cases',
  'case_notes',
  'case_closures',
  'checklist_answers',
  'complaints',
  'denials',
  'extension_requests',
  'grievances',
  'hearings',
  'imr_applications',
  'legal_holds',
  'manual_deadlines',
  'plan_decisions',
  'restrictions',
  'users',
];
/** Dates, ids, single words of a closed list and what the record itself is called by name nobody. */
const NAMES_NOBODY =
  /^(\d{4}-\d\d-\d\d.*|[0-9a-f]{8}-[0-9a-f-]{27}|[a-z]+([.-][a-z]+)*|[A-Z]{2,4}|\d{4}-\d{6}|\$argon2.*)$/;
/** Dates, and the number that the record itself goes by. */
const TYPED_OF_NOBODY =
  /^(\d{4}-\d{6}|today|yesterday|\d{1,2}\/\d{1,2}(\/\d{2,4})?|[A-Z][a-z]+ \d{1,2}(, \d{4})?|\d{4}-\d\d-\d\d)$/;
const SHORTEST = 4;

/** Everything that this journey's office has stored about people. */
export async function storedTexts({ officeId, owner }: TestOffice): Promise<PersonalText[]> {
  const texts: PersonalText[] = [];
  for (const table of TABLES) {
    const { rows } = await owner.pool.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where office_id = $1`,
      [officeId],
    );
    for (const { row } of rows)
      for (const [column, value] of Object.entries(row))
        if (typeof value === 'string' && value.length >= SHORTEST && !NAMES_NOBODY.test(value))
          texts.push({ from: `${table}.${column}`, text: value });
  }
  return texts;
}

/** A worker plays one journey at a time. */
let typed: PersonalText[] = [];
const watched = new WeakSet<object>();

/** Notes what a journey types from now on, on whichever page, save what names nobody. */
export function watchTyping(page: Page): readonly PersonalText[] {
  typed = [];
  const locators = Object.getPrototypeOf(page.locator('body')) as Locator;
  if (watched.has(locators)) return typed;
  watched.add(locators);
  for (const name of ['fill', 'pressSequentially'] as const) {
    const type = locators[name];
    locators[name] = function (this: Locator, text, options) {
      if (text.length >= SHORTEST && !TYPED_OF_NOBODY.test(text)) typed.push({ from: 'typed', text });
      return type.call(this, text, options);
    };
  }
  return typed;
}

/** Notes every address a journey asks for at the office's own server, and every title it is shown, whoever's window it is. */
export function watchAddresses(browser: Browser, first: BrowserContext, origin: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const watchTitle = (page: Page) =>
    page.on('load', async () => {
      // A page may be gone before it says its title.
      const title = await page.title().catch(() => '');
      if (title !== '') seen.add(`title ${title}`);
    });
  const watch = (context: BrowserContext) => {
    context.on('request', (request) => {
      if (request.url().startsWith(origin)) seen.add(`address ${request.url().slice(origin.length)}`);
    });
    for (const page of context.pages()) watchTitle(page);
    context.on('page', watchTitle);
  };
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    watch(context);
    return context;
  };
  watch(first);
  return seen;
}

/** Hands what a journey knew about people to the check of the logs, which comes after all of them. */
export function keepTexts(file: string, texts: readonly PersonalText[]): void {
  fs.appendFileSync(file, texts.map((text) => `${JSON.stringify(text)}\n`).join(''));
}
