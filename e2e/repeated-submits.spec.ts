import http from 'node:http';
import { LARGEST_FORM } from '../lib/edge/form-gate.ts';
import { aCase } from '../tests/support/a-case.ts';
import type { TestOffice } from '../tests/support/office.ts';
import { expect, test } from './support/journey.ts';

const silent = () => aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02');

async function notesOf({ owner }: TestOffice, caseId: string): Promise<number> {
  const { rows } = await owner.pool.query<{ count: number }>(
    'select count(*)::int as count from case_notes where case_id = $1',
    [caseId],
  );
  return rows[0]?.count ?? 0;
}

async function ownerOf({ owner }: TestOffice, caseId: string): Promise<string | undefined> {
  const { rows } = await owner.pool.query<{ owner_id: string }>('select owner_id from cases where id = $1', [
    caseId,
  ]);
  return rows[0]?.owner_id;
}

test('what was sent once leads where it led when somebody sends it again, and saves nothing', async ({
  page,
  journey,
}) => {
  await journey.itIs('2026-03-20');
  const caseId = await silent().in(journey.office);
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/note`);
  await page.getByLabel('What was said or done').fill('Called the plan.');
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  const request = await sent;
  const again = await page.request.fetch(request.url(), {
    method: 'POST',
    headers: await request.allHeaders(),
    data: request.postDataBuffer() ?? '',
    maxRedirects: 0,
  });
  expect(again.headers()['x-action-redirect']).toContain(`/cases/${caseId}`);
  expect(await notesOf(journey.office, caseId)).toBe(1);
});

test('a form that stays on its page saves each time it is filled in anew', async ({ page, journey }) => {
  await journey.itIs('2026-03-20');
  const caseIds = [await silent().in(journey.office), await silent().in(journey.office)];
  const colleague = journey.office.person('administrator');
  await journey.signIn(page, 'supervisor');
  await page.goto('/cases?who=everyone');
  for (const caseId of caseIds) {
    await page.locator(`input[name="caseIds"][value="${caseId}"]`).check();
    await page.getByText('Reassign', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Move to' }).selectOption({ label: colleague.name });
    await page.getByRole('button', { name: 'Move cases' }).click();
    await expect(page.getByRole('main').getByText('Moved 1 case')).toBeVisible();
    await expect(page.locator(`input[name="caseIds"][value="${caseId}"]`)).not.toBeChecked();
    expect(await ownerOf(journey.office, caseId)).toBe(colleague.userId);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a form that was gone back to and filled in anew saves what is new', async ({ page, journey }) => {
    await journey.itIs('2026-03-20');
    const caseId = await silent().in(journey.office);
    await journey.signIn(page, 'caseworker');
    await page.goto(`/cases/${caseId}/note`);
    for (const text of ['Called the plan.', 'Called the plan again.']) {
      await page.getByLabel('What was said or done').fill(text);
      await page.getByRole('button', { name: 'Save' }).first().click();
      await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
      await page.reload();
      await page.goBack();
    }
    expect(await notesOf(journey.office, caseId)).toBe(2);
  });
});

test('a body that grows while it is sent is cut off where a form ends', async ({ baseURL }) => {
  const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = http.request(
      new URL('/sign-in', baseURL),
      {
        method: 'POST',
        headers: { origin: baseURL ?? '', 'content-type': 'multipart/form-data; boundary=x' },
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          answer += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: answer }));
      },
    );
    request.on('error', reject);
    for (let sent = 0; sent <= LARGEST_FORM; sent += 65_536) request.write('x'.repeat(65_536));
    request.end();
  });
  expect(status).toBe(413);
  expect(text).toContain('larger than a form may be');
});
