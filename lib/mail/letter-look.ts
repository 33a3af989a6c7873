import type { LetterLanguage } from './letter.ts';

/** Mail programs drop style sheets as they please: what has to hold stands on the elements themselves. */
const LIGHT = {
  paper: '#f4f1ec',
  sheet: '#ffffff',
  hair: '#e3ddd3',
  ink: '#1e1a15',
  quiet: '#4f483f',
  button: '#2a3f8f',
  onButton: '#ffffff',
};
const DARK = {
  paper: '#161412',
  sheet: '#1f1c19',
  hair: '#35302a',
  ink: '#f0ebe3',
  quiet: '#c6beb2',
  button: '#aebcf6',
  onButton: '#151823',
};

/** Characters that Latin fonts lack come from the reader's own device; the name decides how shared Han characters look. */
const FALLBACK_FONTS: Readonly<Partial<Record<LetterLanguage, string>>> = {
  'zh-Hant': "'PingFang TC','Microsoft JhengHei','Noto Sans TC','Noto Sans CJK TC',",
  ko: "'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Noto Sans CJK KR',",
};

/** The type of a language: its fonts, and for Korean lines that end between words only. */
export const typeOf = (language: LetterLanguage) => ({
  fontFamily: `'Atkinson Hyperlegible Next',Verdana,${FALLBACK_FONTS[language] ?? ''}system-ui,sans-serif`,
  ...(language === 'ko' && { wordBreak: 'keep-all' as const }),
});

const line = { fontSize: '17px', lineHeight: '26px' };
const figure = {
  padding: '8px 0 8px 6px',
  textAlign: 'right',
  verticalAlign: 'top',
  fontSize: '15px',
  lineHeight: '22px',
} as const;
const name = { ...figure, fontWeight: 600, padding: '8px 8px 8px 0', textAlign: 'left' } as const;

export const LOOK = {
  body: { backgroundColor: LIGHT.paper, color: LIGHT.ink, margin: 0, padding: '24px 12px' },
  sheet: {
    maxWidth: '640px',
    backgroundColor: LIGHT.sheet,
    border: `1px solid ${LIGHT.hair}`,
    borderRadius: '8px',
    padding: '22px 28px 24px',
  },
  paragraph: { ...line, margin: '0 0 14px' },
  button: {
    padding: '12px 18px',
    borderRadius: '4px',
    backgroundColor: LIGHT.button,
    color: LIGHT.onButton,
    fontSize: '17px',
    fontWeight: 600,
  },
  heading: { ...line, fontSize: '16px', fontWeight: 600, margin: '22px 0 6px' },
  count: { fontWeight: 400, color: LIGHT.quiet },
  row: { borderTop: `1px solid ${LIGHT.hair}` },
  when: {
    width: '150px',
    padding: '8px 8px 8px 0',
    verticalAlign: 'top',
    fontSize: '15px',
    lineHeight: '22px',
  },
  act: { padding: '8px 8px 8px 0', verticalAlign: 'top', fontSize: '15px', lineHeight: '22px' },
  reference: {
    width: '104px',
    padding: '8px 0',
    verticalAlign: 'top',
    textAlign: 'right',
    fontSize: '15px',
    lineHeight: '22px',
    color: LIGHT.quiet,
  },
  more: { ...line, fontSize: '15px', margin: 0, padding: '8px 0', borderTop: `1px solid ${LIGHT.hair}` },
  table: { width: '100%', borderCollapse: 'collapse' },
  column: { ...figure, fontWeight: 400, color: LIGHT.quiet, verticalAlign: 'bottom' },
  nameColumn: { ...name, verticalAlign: 'bottom' },
  name: { ...name, borderTop: `1px solid ${LIGHT.hair}` },
  figure: { ...figure, borderTop: `1px solid ${LIGHT.hair}` },
  note: { margin: '6px 0 18px', fontSize: '14px', lineHeight: '20px', color: LIGHT.quiet },
  quiet: { color: LIGHT.quiet },
  link: { color: 'inherit', textDecoration: 'underline', textUnderlineOffset: '3px' },
  footnoteLink: {
    color: 'inherit',
    textDecoration: 'underline',
    display: 'inline-block',
    marginRight: '10px',
  },
  beyond: { ...line, margin: '0 0 18px', paddingTop: '14px', borderTop: `1px solid ${LIGHT.hair}` },
  footnote: {
    margin: '20px 0 0',
    paddingTop: '14px',
    borderTop: `1px solid ${LIGHT.hair}`,
    fontSize: '14px',
    lineHeight: '20px',
    color: LIGHT.quiet,
  },
} as const;

/** The dark pair, and rows that stand below each other where the page is narrow. */
export const STYLE_SHEET = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media (prefers-color-scheme:dark){',
  `.paper,.paper>table>tbody>tr>td{background-color:${DARK.paper}!important;color:${DARK.ink}!important}`,
  `.sheet{background-color:${DARK.sheet}!important;border-color:${DARK.hair}!important}`,
  `.line{border-color:${DARK.hair}!important}`,
  `.quiet{color:${DARK.quiet}!important}`,
  `.button{background-color:${DARK.button}!important;color:${DARK.onButton}!important}`,
  '}',
  '@media (max-width:480px){',
  '.row td{display:block!important;width:auto!important;padding:0!important;text-align:left!important}',
  '.row{padding:8px 0!important}',
  '}',
].join('');
