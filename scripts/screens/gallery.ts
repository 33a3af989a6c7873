import type { Screen } from './screens-list.ts';

/** A screen and its pictures, one a width. */
export type Picture = Pick<Screen, 'name' | 'path' | 'theme'> & { readonly files: readonly string[] };

/** One page with all pictures, to be looked through in a minute; a picture opens in full. */
export function galleryOf(pictures: readonly Picture[], widths: readonly number[]): string {
  const figures = pictures.map(
    ({ name, files }) =>
      `<section id="${slug(name)}"><h2>${escaped(name)}</h2><div>${files
        .map(
          (file, index) =>
            `<a href="${file}"><img loading="lazy" src="${file}" alt="${escaped(name)} at ${widths[index]} px"></a>`,
        )
        .join('')}</div></section>`,
  );
  const links = pictures.map(({ name }) => `<li><a href="#${slug(name)}">${escaped(name)}</a></li>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Screens of Recourse</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; margin: 24px; background: #f4f1ec; color: #1e1a15; }
  nav ul { columns: 220px; padding: 0; list-style: none; }
  section div { display: flex; gap: 16px; align-items: start; }
  img { border: 1px solid #c8bfb1; max-height: 760px; width: auto; }
  a:first-child img { max-width: 70vw; }
</style>
<h1>Screens of Recourse</h1>
<nav><ul>
${links.join('\n')}
</ul></nav>
${figures.join('\n')}
</html>
`;
}

const slug = (name: string): string => name.replaceAll(/[^a-z0-9]+/gi, '-');
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
