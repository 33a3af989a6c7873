/** Set by `instrumentation-node.ts` from the connection itself, whatever the request says. */
export const peerAddressHeader = 'x-peer-address';

/**
 * The address a request came from. Only what our own `trustedProxies` reverse proxies appended to X-Forwarded-For is
 * believed; with none of them it is the other end of the connection. IPv6 addresses count by their /64, which is one
 * household or server.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string {
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  const peer = headers.get(peerAddressHeader) ?? forwarded.at(-1) ?? '';
  const believed = trustedProxies > 0 ? (forwarded.at(-trustedProxies) ?? peer) : peer;
  return networkOf(withoutPort(believed || peer));
}

/** Some proxies append the port, which is another for each connection. */
const withoutPort = (address: string): string =>
  /^\[(?<v6>[^\]]*)\](:\d+)?$/.exec(address)?.groups?.['v6'] ??
  /^(?<v4>\d+(\.\d+){3}):\d+$/.exec(address)?.groups?.['v4'] ??
  address;

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!address.includes(':')) return address || 'unknown';
  const [head = '', tail] = address.split('%', 1).join('').toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? 0 : tail.split(':').length;
    while (groups.length < 8 - after) groups.push('0');
    if (tail !== '') groups.push(...tail.split(':'));
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
