import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});
const lockedPackage = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  optional: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: names,
  devDependencies: names,
  optionalDependencies: names,
});
const lockShape = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), lockedPackage),
});
const manifestShape = z.object({
  dependencies: names,
  devDependencies: names,
  optionalDependencies: names,
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});

type LockedPackage = z.infer<typeof lockedPackage>;
type Lock = z.infer<typeof lockShape>;
type Manifest = z.infer<typeof manifestShape>;

const REGISTRY = 'https://registry.npmjs.org/';
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * What is wrong with a package-lock.json beside its package.json, a sentence each: a package that is not pinned by its
 * content or comes from elsewhere than the registry, an edge that leads nowhere, an install script nobody decided on.
 */
export function lockfileProblems(lockfile: unknown, packageFile: unknown): string[] {
  const lock = lockShape.safeParse(lockfile);
  const manifest = manifestShape.safeParse(packageFile);
  if (!lock.success) return ['package-lock.json is not a lock file of version 3: make it again with npm.'];
  if (!manifest.success) return ['package.json cannot be read.'];
  return [
    ...rootProblems(lock.data, manifest.data),
    ...each(lock.data).flatMap(([folder, locked]) => [
      ...sourceProblems(folder, locked),
      ...edgeProblems(folder, locked, lock.data),
    ]),
    ...scriptProblems(lock.data, manifest.data),
  ];
}

/** Where what is installed, by npm's own account of it, is not what is locked. */
export function installedProblems(lockfile: unknown, installedFile: unknown): string[] {
  const lock = lockShape.safeParse(lockfile);
  const installed = lockShape.safeParse(installedFile);
  if (!lock.success || !installed.success) return ['npm’s record of what is installed cannot be read.'];
  const locked = lock.data.packages;
  const present = installed.data.packages;
  const missing = each(lock.data)
    .filter(([folder, { optional }]) => !optional && !present[folder])
    .map(([folder]) => `${folder} is locked and not installed.`);
  const different = each(installed.data).flatMap(([folder, { version, integrity }]) => {
    const wanted = locked[folder];
    if (!wanted) return [`${folder} is installed and not locked.`];
    if (wanted.version !== version)
      return [`${folder} is installed as ${version} and locked as ${wanted.version}.`];
    return wanted.integrity === integrity ? [] : [`${folder} is installed with another content than locked.`];
  });
  return [...missing, ...different];
}

const each = ({ packages }: Lock): [string, LockedPackage][] =>
  Object.entries(packages).filter(([folder]) => folder !== '');

const nameOf = (folder: string, { name }: LockedPackage): string =>
  name ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

function rootProblems({ packages }: Lock, manifest: Manifest): string[] {
  const root = packages[''];
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
  return kinds
    .filter((kind) => !isSame(root?.[kind] ?? {}, manifest[kind]))
    .map((kind) => `package-lock.json was not made from the ${kind} in package.json: run "npm install".`);
}

const isSame = (left: Record<string, string>, right: Record<string, string>): boolean =>
  Object.keys(left).length === Object.keys(right).length &&
  Object.entries(left).every(([name, range]) => right[name] === range);

function sourceProblems(folder: string, locked: LockedPackage): string[] {
  const problems: string[] = [];
  if (!folder.startsWith('node_modules/') || locked.link)
    problems.push(`${folder} is a folder of this machine and not a package of the registry.`);
  if (!SHA512.test(locked.integrity ?? ''))
    problems.push(`${folder} is not pinned by a sha512 of its content.`);
  const name = nameOf(folder, locked);
  const file = `${name.split('/').at(-1)}-${locked.version}.tgz`;
  if (locked.resolved !== undefined && locked.resolved !== `${REGISTRY}${name}/-/${file}`)
    problems.push(`${folder} comes from ${locked.resolved} and not from its own place in the registry.`);
  return problems;
}

/** Looks where Node would: in the package's own node_modules, then in those around it. */
function edgeProblems(folder: string, { dependencies }: LockedPackage, { packages }: Lock): string[] {
  const places = [folder];
  for (let at = folder; at.includes('/node_modules/'); ) {
    at = at.slice(0, at.lastIndexOf('/node_modules/'));
    places.push(at);
  }
  const isThere = (name: string) =>
    [...places.map((place) => `${place}/`), ''].some((place) => `${place}node_modules/${name}` in packages);
  return Object.keys(dependencies)
    .filter((name) => !isThere(name))
    .map((name) => `${folder} needs ${name}, which is not locked.`);
}

function scriptProblems(lock: Lock, { allowScripts }: Manifest): string[] {
  const withScript = each(lock)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([folder, locked]) => nameOf(folder, locked));
  const undecided = [...new Set(withScript)].filter((name) => !(name in allowScripts));
  const idle = Object.keys(allowScripts).filter((name) => !withScript.includes(name));
  return [
    ...undecided.map(
      (name) =>
        `${name} runs a script when it is installed: allow or forbid it by name in package.json (allowScripts).`,
    ),
    ...idle.map((name) => `allowScripts in package.json names ${name}, which runs none.`),
  ];
}
