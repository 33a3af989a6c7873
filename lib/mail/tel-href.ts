const EXTENSION = /\s*(?:,|;|x|ext\.?|extension)\s*(\d+)\s*$/i;

/** The link that dials a phone number as somebody typed it; an extension is dialed after it (RFC 3966). Pure. */
export function telHref(phone: string): string {
  const extension = EXTENSION.exec(phone);
  const number = phone.slice(0, extension?.index).replace(/[^+\d]/g, '');
  return `tel:${number}${extension ? `;ext=${extension[1]}` : ''}`;
}
