import { checkFiles } from '../../lib/document-store/check-files.ts';
import type { DocumentContext } from '../../lib/document-work/context.ts';
import { listOffices } from '../../lib/offices/queries.ts';

/** Opens every stored file of every office and prints those that are not what was recorded. */
export async function checkAndPrint(context: DocumentContext): Promise<number> {
  let problemCount = 0;
  for (const office of await listOffices(context.db)) {
    const { checked, problems } = await checkFiles(context, office);
    console.log(`${office.name} (${office.id})`);
    for (const { fileId, problem } of problems) console.log(`  file ${fileId} ${problem}`);
    const broken = problems.length === 0 ? 'each as it was recorded' : `${counted(problems.length)} broken`;
    console.log(`  ${counted(checked)}, ${broken}.`);
    problemCount += problems.length;
  }
  return problemCount === 0 ? 0 : 1;
}

const counted = (count: number): string => `${count.toLocaleString('en-US')} file${count === 1 ? '' : 's'}`;
