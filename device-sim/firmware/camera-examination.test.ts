import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { go, hour, model, run } from './camera-test-bench.ts';

describe('what somebody would find', () => {
  const found = (fault: string, from: number) =>
    run({ seconds: 120, from, fault }).camera.examine(seededRandom(1, 'look'));

  it.each([
    ['C01', 12, 'replace_card'],
    ['C03', 12, 'enable_loop'],
    ['C04', 12, 'move_near_router'],
    ['C05', 12, 'one_client'],
    ['C06', 12, 'smart_codec_off'],
    ['C07', 12, 'stream_over_tcp'],
    ['C08', 12, 'reenter_stream_password'],
    ['C09', 12, 'replace_lens_module'],
    ['C10', 22, 'clean_front'],
    ['C11', 12, 'other_power_supply'],
    ['C13', 12, 'router_reserve_address'],
  ])('%s is cured by what the catalogue says, and a restart changes nothing', (fault, from, action) => {
    const { actions } = found(fault, from);
    expect([actions[action], actions['restart']]).toEqual(['cured', 'no_change']);
  });

  it('tests that say nothing now are left out: the filter at night, the light by day', () => {
    expect(Object.keys(found('C10', 12).tests)).not.toContain('test.ir_light');
    expect(Object.keys(found('C09', 22).tests)).not.toContain('test.ir_cut');
  });
});

describe('operations', () => {
  const outcome = (name: string, options: { fault?: string; dark?: boolean } = {}) => {
    const { camera } = run({ seconds: 30, from: 12, ...(options.fault && { fault: options.fault }) });
    if (options.dark) {
      camera.use('dark');
      go(camera, 20, 12.01);
    }
    const running = camera.startOperation(name);
    if ('refusal' in running) return running.refusal;
    for (let second = 1; second < 100; second += 1) {
      go(camera, 1, 12.05 + second / hour);
      const progress = running.poll();
      if ('output' in progress) return progress.output;
    }
    throw new Error('no output');
  };
  const value = (output: ReturnType<typeof outcome>, field: string): number =>
    Number(typeof output === 'string' ? NaN : output[field]);

  it('pass the limits of the datasheet on a good camera', () => {
    expect(outcome('test.card')).toMatchObject({ present: 'true', mode: 'rw', errors: 0, zero_byte_files: 0 });
    expect(value(outcome('test.card'), 'write_speed')).toBeGreaterThanOrEqual(6);
    const stream = outcome('test.stream');
    expect(value(stream, 'lost')).toBeLessThanOrEqual(0.5);
    expect(value(stream, 'fps')).toBeGreaterThanOrEqual(18);
    expect(outcome('test.stream_tcp')).toMatchObject({ lost: 0, stalls: 0 });
    const cut = outcome('test.ir_cut');
    expect(value(cut, 'coil_current')).toBeGreaterThan(140);
    expect(value(cut, 'red_gain_in')).toBeLessThan(1.25);
    expect(value(cut, 'red_gain_out')).toBeGreaterThanOrEqual(1.6);
    const light = outcome('test.ir_light', { dark: true });
    expect(value(light, 'luma_on')).toBeGreaterThan(40);
    expect(value(light, 'voltage_on')).toBeGreaterThanOrEqual(4.7);
    expect(value(outcome('test.thermal'), 'processor')).toBeLessThan(85);
    expect(outcome('test.address')).toMatchObject({ mode: 'dhcp', hardware_addresses_answering: 1 });
  });

  it('find what is wrong', () => {
    expect(outcome('test.card', { fault: 'C01' })).toMatchObject({ mode: 'ro', write_speed: 0 });
    expect(value(outcome('test.stream', { fault: 'C07' }), 'lost')).toBeGreaterThan(5);
    expect(value(outcome('test.ir_cut', { fault: 'C09' }), 'red_gain_in')).toBeGreaterThan(1.6);
    expect(outcome('test.address', { fault: 'C13' })).toMatchObject({ hardware_addresses_answering: 2 });
  });

  it('are all there; a format makes room', () => {
    const { camera } = run({ seconds: 30, from: 12 });
    const missing = model.operations.filter(({ name }) => {
      const started = camera.startOperation(name);
      return 'refusal' in started && started.refusal === 'operation_unsupported';
    });
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(outcome('adjust.format_card')).toEqual({ mode: 'rw' });
  });

  it('are refused where they would say nothing, or are not known', () => {
    expect(outcome('test.ir_cut', { dark: true })).toBe('operation_precondition');
    expect(outcome('test.ir_light')).toBe('operation_precondition');
    expect(outcome('adjust.wings')).toBe('operation_unsupported');
  });
});
