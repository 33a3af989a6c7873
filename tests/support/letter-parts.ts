/** What a reader of the HTML part sees, in reading order: the preview is for lists of messages and hidden in the letter. */
export const visibleText = (html: string): string =>
  decoded(
    inBody(html)
      .replace(/<br\/>|<\/(p|h2|td|tr)>/g, '\n')
      .replace(/<[^>]+>/g, ''),
  )
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();

/** The HTML part without its looks: what is where, in which element. */
export const outline = (html: string): string =>
  inBody(html)
    .replace(/ (style|class|data-id|data-skip-in-text|rel|target)="[^"]*"/g, '')
    .replace(/<\/?(table|tbody|tr|td|body|html)[^>]*>/g, '')
    .replace(/<\/?span>/g, '')
    .replace(/<\/(p|h2)>/g, '</$1>\n')
    .trim();

export const hrefsOf = (html: string): string[] =>
  [...html.matchAll(/ href="([^"]+)"/g)].map(([, href]) => decoded(href ?? ''));

const inBody = (html: string): string =>
  (/<body[\s\S]*/.exec(html)?.[0] ?? '').replace(/<!--[\s\S]*?-->/g, '').replace(/<div[\s\S]*<\/div>/, '');

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
