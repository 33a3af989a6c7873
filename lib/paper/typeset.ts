import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import { printable } from './blocks.ts';

/** Each is a file of its name in lib/paper/templates that reads `/data.json`. */
type PaperTemplate = 'letter' | 'words' | 'packet' | 'pages';

export type Paper = {
  template: PaperTemplate;
  data: unknown;
  /** Pictures and PDFs that the data names by their path, such as `/exhibit-1.pdf`. */
  files?: readonly { path: string; bytes: Uint8Array }[];
};

const TEMPLATES = path.join(import.meta.dirname, 'templates');
const SHARED = 'paper.typ';
const FONTS = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf',
  'noto-sans-armenian/700Bold/NotoSansArmenian_700Bold.ttf',
  'noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf',
  'vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  'vazirmatn/700Bold/Vazirmatn_700Bold.ttf',
];
/** Seventeen megabytes, read only once a text needs them. */
const EAST_ASIAN_FONTS = [
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
];
const EAST_ASIAN = /[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

type Press = { compiler: TypstCompiler; hasEastAsian: boolean };

let press: Promise<Press> | undefined;
/** One paper at a time: the compiler holds the files of the paper in hand. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Sets a paper as a tagged PDF with bookmarks from its headings. The same paper gives the same bytes, and texts in the
 * data are never read as source.
 *
 * @throws when the template cannot be set with this data, in words that hold nothing of the data
 */
export function typeset(paper: Paper): Promise<Buffer> {
  const set = turn.then(() => setPaper(paper));
  turn = set.catch(() => undefined);
  return set;
}

async function setPaper({ template, data, files = [] }: Paper): Promise<Buffer> {
  const json = JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  );
  const { compiler } = await pressFor(json);
  const sources = await Promise.all([SHARED, `${template}.typ`].map(readSource));
  const shadows = [...sources, { path: '/data.json', bytes: Buffer.from(json) }, ...files];
  try {
    for (const file of shadows) compiler.map_shadow(file.path, file.bytes);
    const { result, diagnostics } = compiler.compile(
      `/${template}.typ`,
      undefined,
      'pdf',
      DIAGNOSTICS_IN_FULL,
    );
    if (!result) throw new TypesettingFailed(template, places(diagnostics));
    return Buffer.from(result);
  } finally {
    for (const file of shadows) compiler.unmap_shadow(file.path);
  }
}

export class TypesettingFailed extends Error {
  override name = 'TypesettingFailed';
  constructor(template: PaperTemplate, where: string) {
    super(`The ${template} could not be set: ${where}`);
  }
}

const DIAGNOSTICS_IN_FULL = 3;

/** Where it failed, never what a message quotes of the data. */
function places(diagnostics: unknown): string {
  if (!Array.isArray(diagnostics)) return 'no place was given';
  return diagnostics
    .map((one: { path?: string; range?: string }) => `${one.path ?? 'unknown'} ${one.range ?? ''}`.trim())
    .join(', ');
}

async function readSource(name: string): Promise<{ path: string; bytes: Buffer }> {
  return { path: `/${name}`, bytes: await readFile(path.join(TEMPLATES, name)) };
}

async function pressFor(text: string): Promise<Press> {
  press ??= setUpPress();
  const ready = await press;
  if (!ready.hasEastAsian && EAST_ASIAN.test(text)) {
    const { TypstFontResolverBuilder } = await import('@myriaddreamin/typst-ts-web-compiler');
    const resolver = new TypstFontResolverBuilder();
    for (const font of await readFonts([...FONTS, ...EAST_ASIAN_FONTS])) resolver.add_raw_font(font);
    ready.compiler.set_fonts(await resolver.build());
    ready.hasEastAsian = true;
  }
  return ready;
}

async function setUpPress(): Promise<Press> {
  const { default: init, TypstCompilerBuilder } = await import('@myriaddreamin/typst-ts-web-compiler');
  await init({ module_or_path: await readFile(resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of await readFonts(FONTS)) await builder.add_raw_font(font);
  return { compiler: await builder.build(), hasEastAsian: false };
}

const resolve = (specifier: string): string => createRequire(import.meta.url).resolve(specifier);
const readFonts = (files: readonly string[]): Promise<Buffer[]> =>
  Promise.all(files.map((file) => readFile(resolve(`@expo-google-fonts/${file}`))));
