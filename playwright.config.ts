import { defineConfig } from '@playwright/test';
import { inheritEnv } from './lib/env.ts';
import { findChrome } from './scripts/chrome.ts';

const environment = inheritEnv({});
const chrome = findChrome(environment);

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(environment.CI),
  timeout: 60_000,
  use: {
    baseURL: environment.E2E_URL,
    actionTimeout: 10_000,
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chrome?.executablePath,
      env: chrome?.env && inheritEnv(chrome.env),
    },
  },
});
