import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import '../../../instrumentation-node.ts';
import { clientAddress, peerAddressHeader } from '../../../lib/assess-api/client-address.ts';

describe('the address a request comes from', () => {
  it('is the other end of the connection, whatever the request says', () => {
    const headers = new Headers({ [peerAddressHeader]: '203.0.113.7', 'x-forwarded-for': '198.51.100.1' });
    expect(clientAddress(headers, 0)).toBe('203.0.113.7');
  });

  it('is what our own proxies appended, and nothing before that', () => {
    const headers = new Headers({
      [peerAddressHeader]: '10.0.0.2',
      'x-forwarded-for': '192.0.2.66, 198.51.100.1, 10.0.0.1',
    });
    expect(clientAddress(headers, 1)).toBe('10.0.0.1');
    expect(clientAddress(headers, 2)).toBe('198.51.100.1');
    expect(clientAddress(headers, 9)).toBe('10.0.0.2');
    expect(clientAddress(new Headers({ [peerAddressHeader]: '10.0.0.2' }), 1)).toBe('10.0.0.2');
  });

  it.each([
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['203.0.113.7:50123', '203.0.113.7'],
    ['[2001:db8:1:2::9]:50123', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
    ['', 'unknown'],
  ])('counts %j as %s', (address, network) => {
    expect(clientAddress(new Headers({ [peerAddressHeader]: address }), 0)).toBe(network);
  });

  it('is written on every request by the server itself', async () => {
    const server = http.createServer((request, response) => response.end(request.headers[peerAddressHeader]));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}`, {
      headers: { [peerAddressHeader]: '192.0.2.1' },
    });
    expect(await response.text()).toBe('127.0.0.1');
    server.close();
  });
});
