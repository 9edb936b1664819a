import { describe, expect, it } from 'vitest';
import { Button } from './button.ts';
import { ManualClock } from './clock.ts';
import { Voice } from './voice.ts';

function bench() {
  const clock = new ManualClock();
  const seen: string[] = [];
  const button = new Button({
    clock,
    onHold: () => seen.push('hold'),
    onDoublePress: () => seen.push('double'),
  });
  const press = (heldMs: number): void => {
    button.down();
    clock.advance(heldMs);
    button.up();
  };
  return { clock, seen, button, press };
}

describe('the button', () => {
  it('means yes at 3 s while it is still down, once', () => {
    const { clock, seen, button } = bench();
    button.down();
    clock.advance(2999);
    expect(seen).toEqual([]);
    clock.advance(1);
    expect(seen).toEqual(['hold']);
    clock.advance(10_000);
    button.up();
    expect(seen).toEqual(['hold']);
  });

  it('does not add up two holds', () => {
    const { seen, press } = bench();
    press(2000);
    press(2000);
    expect(seen).toEqual([]);
  });

  it('means stop when pressed shortly twice, and neither three slow presses nor one', () => {
    const { clock, seen, press } = bench();
    press(100);
    clock.advance(3000);
    press(100);
    clock.advance(3000);
    expect(seen).toEqual([]);
    press(100);
    clock.advance(200);
    press(100);
    expect(seen).toEqual(['double']);
  });
});

describe('the voice', () => {
  it('says one line after another, and only then was it said', () => {
    const clock = new ManualClock();
    const said: string[] = [];
    const voice = new Voice({ clock, language: 'en', aloud: true, onChanged: () => undefined });
    const words = (text: string) => ({ en: text, 'zh-CN': text });
    voice.say(words('a'.repeat(100)), () => said.push('a'));
    voice.say(words('b'), () => said.push('b'));
    expect(voice.lines.map((line) => line.text.length)).toEqual([100]);
    clock.advance(5499);
    expect(said).toEqual([]);
    clock.advance(1);
    expect(said).toEqual(['a']);
    expect(voice.lines.length).toBe(2);
    clock.advance(1200);
    expect([said, voice.speaking]).toEqual([['a', 'b'], false]);
  });

  it('of a device without one is its app, which shows a line at once and has not said it', () => {
    const clock = new ManualClock();
    const said: string[] = [];
    const voice = new Voice({ clock, language: 'zh-CN', aloud: false, onChanged: () => undefined });
    voice.say({ en: 'a', 'zh-CN': '甲' }, () => said.push('a'));
    voice.say({ en: 'b', 'zh-CN': '乙' }, () => said.push('b'));
    expect([voice.lines.map((line) => line.text), voice.speaking]).toEqual([['甲', '乙'], false]);
    clock.advance(60_000);
    expect(said).toEqual([]);
  });
});
