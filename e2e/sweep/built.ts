import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const BUILD = path.join(import.meta.dirname, '../../.next');

const references = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

function readBuilt<T>(file: string, shape: z.ZodType<T>): T {
  return shape.parse(JSON.parse(fs.readFileSync(path.join(BUILD, file), 'utf8')));
}

/** Every server action of the build by "file#name", with the id that the browser calls it by. */
export function builtActions(): ReadonlyMap<string, string> {
  const { node } = readBuilt('server/server-reference-manifest.json', references);
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [
      `${filename.replace(/^app\//, '')}#${exportedName}`,
      id,
    ]),
  );
}

/** Every page and route handler of the build: where its file is, and the address that it answers. */
export function builtRoutes(): ReadonlyMap<string, string> {
  const routes = readBuilt('app-path-routes-manifest.json', z.record(z.string(), z.string()));
  return new Map(Object.entries(routes));
}
