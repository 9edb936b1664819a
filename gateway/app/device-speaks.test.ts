import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit } from '../../test/support/app-kit.ts';
import { deviceSpeaks } from './device-speaks.ts';

let kit: AppKit;
beforeEach(async () => {
  kit = await AppKit.create();
});

describe('a press of the button that the device says it read the request aloud before', () => {
  const press = async (voice: boolean) => {
    const pack = kit.app.packs.get(kit.device.model);
    if (!pack) throw new Error('The device has no pack');
    const app = { ...kit.app, packs: new Map([[pack.model, { ...pack, voice }]]) };
    const { requestId } = await kit.ask(await kit.openCase());
    const common = { lane: 'consent', action: 'confirm', deviceId: kit.device.id } as const;
    await deviceSpeaks(app, { ...common, requestId, readAloud: true });
    return { granted: app.book.all().length, notes: kit.told.notes };
  };

  it('grants without Allow on a model that has a voice', async () => {
    expect(kit.app.packs.get('rv-s1')?.voice).toBe(true);
    expect(await press(true)).toEqual({ granted: 1, notes: [] });
  });

  it('still needs Allow on a model that has none', async () => {
    expect(kit.app.packs.get('valetudo')?.voice).toBe(false);
    expect(await press(false)).toEqual({ granted: 0, notes: ['not_allowed_yet'] });
  });
});
