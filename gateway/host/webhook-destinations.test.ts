import { describe, expect, it } from 'vitest';
import { WebhookDestinations } from './webhook-destinations.ts';

const networks = '10.20.0.0/16, fd00:20::/32';
const destinations = new WebhookDestinations({ hosts: 'hooks.example.com, *.tickets.example', networks });
const verdict = (url: string) => destinations.mayUse(url)?.refused ?? 'allowed';

describe('an address', () => {
  it.each([
    'https://hooks.example.com/in?key=1',
    'https://HOOKS.example.com./in',
    'https://hooks.example.com:8443/in',
    'https://a.tickets.example/',
    'https://a.b.tickets.example/',
    'http://hooks.example.com/in',
    'https://10.20.0.5/in',
    'http://10.20.255.255:8080/in',
    'http://[fd00:20::1]/in',
  ])('%s may be used', (url) => expect(verdict(url)).toBe('allowed'));

  it.each([
    ['not an address', 'hooks.example.com'],
    ['another scheme', 'ftp://hooks.example.com/'],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['a name and password', 'https://me:secret@hooks.example.com/'],
    ['a name', 'https://me@hooks.example.com/'],
    ['a host that is not listed', 'https://example.com/'],
    ['a host that ends alike', 'https://evilhooks.example.com/'],
    ['a host that begins alike', 'https://hooks.example.com.evil.test/'],
    ['the parent of a wildcard', 'https://tickets.example/'],
    ['what ends like a wildcard', 'https://eviltickets.example/'],
    ['a public literal', 'https://93.184.215.14/'],
    ['loopback', 'https://127.0.0.1/'],
    ['loopback in decimal', 'http://2130706433/'],
    ['loopback in octal', 'http://0177.0.0.1/'],
    ['loopback in hexadecimal', 'http://0x7f.1/'],
    ['loopback of IPv6', 'http://[::1]/'],
    ['loopback mapped', 'http://[::ffff:127.0.0.1]/'],
    ['an allowed network mapped', 'http://[::ffff:10.20.0.5]/'],
    ['a private network that is not allowed', 'http://10.21.0.1/'],
    ['metadata of a cloud', 'http://169.254.169.254/latest/meta-data/'],
    ['localhost', 'http://localhost/'],
  ])('%s is refused: %s', (_what, url) => expect(verdict(url)).toBe('webhook_not_allowed'));

  it('without TLS needs an allowed network', () => {
    const tlsOnly = new WebhookDestinations({ hosts: 'hooks.example.com', networks: '' });
    expect(tlsOnly.mayUse('http://hooks.example.com/')).toEqual({ refused: 'webhook_not_allowed' });
    expect(tlsOnly.mayUse('https://hooks.example.com/')).toBeUndefined();
  });
});

describe('a connection', () => {
  it.each(['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])(
    'to %s may be made over TLS only',
    (address) => {
      expect(destinations.mayConnect(address, 'https:')).toBe(true);
      expect(destinations.mayConnect(address, 'http:')).toBe(false);
    },
  );

  it.each(['10.20.3.4', 'fd00:20:1::1'])('to %s, of an allowed network, may be made', (address) => {
    expect(destinations.mayConnect(address, 'http:')).toBe(true);
  });

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback further on', '127.255.255.254'],
    ['this network', '0.0.0.0'],
    ['this network further on', '0.1.2.3'],
    ['private 10', '10.0.0.1'],
    ['private 172', '172.31.255.255'],
    ['private 192', '192.168.1.1'],
    ['link-local', '169.254.169.254'],
    ['shared by carriers', '100.64.0.1'],
    ['protocol assignments', '192.0.0.8'],
    ['documentation', '203.0.113.1'],
    ['benchmarking', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified of IPv6', '::'],
    ['loopback of IPv6', '::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped public', '::ffff:8.8.8.8'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['local NAT64', '64:ff9b:1::1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:53aa:64c::1'],
    ['link-local of IPv6', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['unique local', 'fd12:3456::1'],
    ['site local', 'fec0::1'],
    ['multicast of IPv6', 'ff02::1'],
    ['documentation of IPv6', '2001:db8::1'],
    ['discard', '100::1'],
    ['no address', 'localhost'],
    ['nothing', ''],
  ])('to %s (%s) is refused', (_what, address) => {
    for (const protocol of ['https:', 'http:']) expect(destinations.mayConnect(address, protocol)).toBe(false);
  });
});

it('a network that is none is said in a sentence', () => {
  expect(() => new WebhookDestinations({ hosts: 'a.example', networks: '10.0.0.0/33' })).toThrow(
    'The setting webhookNetworks has 10.0.0.0/33, which is no network.',
  );
});
