import { fastChecks, inWords, runCheck, stopChecks, total } from './checks.ts';

const help = `npm run verify        The fast loop: types, lint, format, and the architecture, unit and property tests. No database.`;

if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
  console.log(help);
} else {
  process.once('SIGINT', stopChecks).once('SIGTERM', stopChecks);
  const startedAt = performance.now();
  const counts = total(await Promise.all(fastChecks().map(runCheck)));
  console.log(`\n${inWords(counts)} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}
