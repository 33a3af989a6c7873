import { domainToASCII } from 'node:url';

/**
 * The address an event is about, in lower case: as it stands with us, also where the provider spells its domain in ASCII,
 * and the provider's where it is another one. Pure.
 */
export const addressToldOf = (told: string, ours: string): string =>
  told === '' || inAscii(told) === inAscii(ours) ? ours : told;

function inAscii(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  return `${address.slice(0, at)}${domainToASCII(domain) || domain}`.normalize('NFC');
}
