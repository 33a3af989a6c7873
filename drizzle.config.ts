import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './lib/db/schema.ts',
    './lib/db/schema-access.ts',
    './lib/db/schema-reminders.ts',
    './lib/db/schema-documents.ts',
    './lib/db/schema-day.ts',
  ],
  out: './drizzle',
});
