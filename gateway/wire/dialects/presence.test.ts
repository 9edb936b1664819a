import { describe, expect, it } from 'vitest';
import { type BenchLink, DialectBench } from '../../../test/support/dialect-bench.ts';

const config = (id: string, more: object) => ({
  name: 'T',
  uniq_id: id,
  stat_t: `${id}/s`,
  dev: { ids: id },
  ...more,
});
function open(keys: readonly string[]): BenchLink {
  const bench = new DialectBench();
  const link = bench.open(Object.fromEntries(keys.map((key) => [key, 'mqtt-device'])));
  bench.nowMs = 6_000;
  return link;
}
const describeTo = (link: BenchLink, id: string, more: object) =>
  link.say(`homeassistant/sensor/${id}/config`, config(id, more));

describe('what is kept of a word', () => {
  /** It was said before anything declared its topic; then something does. */
  function presenceAfter(topic: string, word: string, willTopic: string | null = null): readonly string[] {
    const bench = new DialectBench();
    const link = bench.open({ a: 'mqtt-device' }, { willTopic });
    bench.nowMs = 6_000;
    link.say(topic, word);
    describeTo(link, 'a', { avty_t: topic, pl_avail: word });
    return link.presenceOf('a');
  }

  it.each([
    ['homie/a/$state', 'ready'],
    ['tele/x/LWT', 'Online'],
    ['zigbee2mqtt/x/availability', 'online'],
  ])('before anything declared its topic, is what it means where a profile names that topic: %s', (topic, word) => {
    expect(presenceAfter(topic, word)).toEqual(['online']);
  });

  it.each([
    ['shellies/x/status', 'online'],
    ['lock/front/state', 'alert'],
    ['x/available', 'online'],
    ['homie/a/$state', 'somebody is home'],
    ['tele/x/LWT', 'MyHomeWifi'],
  ])('is nothing elsewhere, or of another word: %s', (topic, word) => {
    expect(presenceAfter(topic, word)).toEqual([]);
  });

  it('is what it means on the topic of the client’s own will, too', () => {
    expect(presenceAfter('node/status', 'online', 'node/status')).toEqual(['online']);
  });

  it('is nothing of a reading that is declared to be a sign of life', () => {
    const link = open([]);
    describeTo(link, 'a', { avty: [{ t: 'a/s', val_tpl: '{{ value_json.ssid }}' }] });
    link.say('a/s', { ssid: 'MyHomeWifi' });
    // Declared anew so that the word would count: it is not there any more.
    link.register('a', 'mqtt-device');
    describeTo(link, 'a', { avty: [{ t: 'a/s', val_tpl: '{{ value_json.ssid }}', pl_avail: 'MyHomeWifi' }] });
    expect(link.presenceOf('a')).toEqual([]);
  });
});

describe('another device that declares the same sign of life', () => {
  const reversed = { avty_t: 'a/avail', pl_avail: 'offline', pl_not_avail: 'online' };

  it.each([
    ['the other way round', reversed],
    ['alike', { avty_t: 'a/avail' }],
    ['by a template', { avty: [{ t: 'a/avail', val_tpl: '{{ value_json.x }}' }] }],
    ['as something reached through it', { avty_t: 'a/avail', dev: { ids: 'b', via_device: 'a' } }],
  ])('%s changes nothing of what this one’s words mean', (_, more) => {
    for (const isFirst of [true, false]) {
      const link = open(['a', 'b']);
      if (isFirst) describeTo(link, 'b', more);
      describeTo(link, 'a', { avty_t: 'a/avail' });
      link.say('a/avail', 'online');
      if (!isFirst) describeTo(link, 'b', more);
      link.say('a/avail', 'online');
      link.say('a/s', '1');
      link.say('a/avail', 'offline');
      expect(link.presenceOf('a')).toEqual(['online', 'offline']);
    }
  });

  it('is judged by what itself declared', () => {
    const link = open(['a', 'b']);
    describeTo(link, 'a', { avty_t: 'a/avail' });
    describeTo(link, 'b', reversed);
    link.say('a/avail', 'offline');
    expect([link.presenceOf('a'), link.presenceOf('b')]).toEqual([['offline'], ['online']]);
  });

  it('on its readings’ topic does not stop them from being a sign of life', () => {
    const link = open(['a']);
    describeTo(link, 'a', {});
    describeTo(link, 'b', { avty_t: 'a/s' });
    link.say('a/s', '1');
    expect(link.presenceOf('a')).toEqual(['online']);
  });
});

describe('what a device is reached through', () => {
  it('makes it unknown when that is gone: its parent’s own sign of life, and what it shares behind that parent', () => {
    const behind = (id: string) => ({ avty_t: 'hub/up', dev: { ids: id, via_device: 'hub' } });
    for (const isHubTold of [true, false]) {
      const link = open(['a', 'b', 'hub']);
      if (isHubTold) describeTo(link, 'hub', { avty_t: 'hub/up' });
      for (const id of ['a', 'b']) describeTo(link, id, behind(id));
      link.say('hub/up', 'online');
      for (const id of ['a', 'b']) link.say(`${id}/s`, '1');
      link.say('hub/up', 'offline');
      for (const id of ['a', 'b']) expect(link.presenceOf(id)).toEqual(['online', 'unknown']);
      expect(link.presenceOf('hub')).toEqual(isHubTold ? ['online', 'offline'] : []);
    }
  });
});
