/**
 * Asks the gateway on this machine whether it is ready: ends with 0 or 1, and says on stderr why not. The settings come from the
 * environment alone. Whose certificate it is does not matter here: nothing secret is said, and it is asked for by address.
 */
import http from 'node:http';
import https from 'node:https';

const { DIAG_HTTP_HOST: listens = '127.0.0.1', DIAG_HTTP_PORT: port = '8080', DIAG_TLS_CERT_FILE = '' } = process.env;
const host = { '0.0.0.0': '127.0.0.1', '::': '::1' }[listens] ?? listens;
const { get } = DIAG_TLS_CERT_FILE === '' ? http : https;

get({ host, port, path: '/readyz', timeout: 4_000, rejectUnauthorized: false }, (response) => {
  if (response.statusCode !== 200) console.error(`/readyz answers ${response.statusCode}`);
  process.exit(response.statusCode === 200 ? 0 : 1);
})
  .once('timeout', () => fail('/readyz does not answer'))
  .once('error', (error) => fail(error.message));

function fail(why) {
  console.error(why);
  process.exit(1);
}
