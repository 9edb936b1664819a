import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSettings } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { ApiClient } from '../support/api-client.ts';
import { freePort } from '../support/free-port.ts';
import { placeholderPages } from '../support/gateway-kit.ts';

it.each([
  ['one proxy in front', '1'],
  ['no proxy in front', '0'],
])(
  'with %s, a caller stays the same, whatever they write in the header themselves',
  { timeout: 60_000 },
  async (_what, trustedProxies) => {
    const folder = mkdtempSync(join(tmpdir(), 'diag-proxies-'));
    const settings = readSettings({
      DIAG_DATA_FOLDER: join(folder, 'data'),
      DIAG_MQTT_PORT: String(await freePort()),
      DIAG_HTTP_PORT: String(await freePort()),
      DIAG_LOG_LEVEL: 'silent',
      DIAG_TRUSTED_PROXIES: trustedProxies,
    });
    const gateway = await startGateway(settings, { pagesFolder: placeholderPages(folder) });
    try {
      const api = new ApiClient(gateway.httpUrl);
      const codes: (string | undefined)[] = [];
      for (let tries = 0; tries < 12; tries += 1) {
        // A proxy appends whom it heard; everything before that is the caller's own word.
        const header = { 'x-forwarded-for': `10.1.${tries}.7, 203.0.113.9` };
        codes.push((await api.call<{ code?: string }>('POST', '/owner/codes', { digits: '123456' }, header)).body.code);
      }
      expect(codes).toEqual([...Array<string>(10).fill('digits_unknown'), 'too_many_tries', 'too_many_tries']);
    } finally {
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
