import { describe, expect, it } from 'vitest';
import type { OwnerRequest } from '../../proto/api/owner.ts';
import type { Answer, OwnerApi } from './owner-api.ts';
import { ownerSession } from './owner-session.ts';
import { screenOf } from './screen.ts';

const asked: OwnerRequest = {
  state: 'asked',
  brand: { name: 'Acme', company: 'Acme Ltd', country: 'CN' },
  agent: 'Lin',
  device: { modelName: 'RV-S1', name: null, serialEnd: '0042' },
  scope: 'basic',
  classes: ['status', 'errors', 'firmware'],
  minutes: 30,
  words: { en: ['amber', 'river'], 'zh-CN': ['琥珀', '河流'] },
  proof: 'button',
  proofs: ['button'],
  proofEndsInMs: null,
  labelTriesLeft: null,
  expiresInMs: 600_000,
  canStopItself: true,
  online: true,
  presence: 'online',
  known: ['status', 'errors', 'firmware'],
};

/** A clock that only moves when told, and runs what falls due. */
function fakeClock() {
  let time = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => ({ mono: time, wall: 1_700_000_000_000 + time }),
    later(ms: number, run: () => void) {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pending: () => timers.length,
    async pass(ms: number) {
      const end = time + ms;
      for (;;) {
        await settled();
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        time = next.at;
        next.run();
      }
      time = end;
      await settled();
    },
  };
}

async function settled() {
  for (let i = 0; i < 30; i += 1) await Promise.resolve();
}

/** A gateway with one request, which can be cut off, made to refuse, or made to answer late. */
function fakeGateway(first: Partial<OwnerRequest> = {}) {
  const gateway = {
    request: { ...asked, ...first },
    reachable: true,
    gone: false,
    calls: [] as string[],
    hold: null as Promise<void> | null,
    refuseNext: null as { status: number; code: string; title: string } | null,
  };
  async function answer(name: string, change: Partial<OwnerRequest> | null): Promise<Answer> {
    gateway.calls.push(name);
    if (!gateway.reachable) return { kind: 'unreachable' };
    if (gateway.gone) return { kind: 'refused', status: 410, code: 'link-gone', title: 'Gone' };
    if (change !== null && gateway.refuseNext !== null) {
      const refusal = gateway.refuseNext;
      gateway.refuseNext = null;
      return { kind: 'refused', ...refusal };
    }
    if (change !== null) gateway.request = { ...gateway.request, ...change };
    const body = change === null ? { ...gateway.request } : null;
    if (name === 'request' && gateway.hold !== null) await gateway.hold;
    return { kind: 'ok', body };
  }
  const api: OwnerApi = {
    request: () => answer('request', null),
    opened: () => answer('opened', {}),
    allow: () => answer('allow', { state: 'allowed', proofEndsInMs: 120_000 }),
    refuse: () => answer('refuse', { state: 'denied' }),
    label: (code) => answer(`label ${code}`, { state: 'active' }),
    stop: () => answer('stop', { state: 'revoked' }),
  };
  return Object.assign(gateway, { api, count: (name: string) => gateway.calls.filter((call) => call === name).length });
}

function open(first: Partial<OwnerRequest> = {}, stored = false) {
  const clock = fakeClock();
  const gateway = fakeGateway(first);
  const page = { visible: true, stopAsked: stored, reloads: 0 };
  const session = ownerSession({
    api: gateway.api,
    now: clock.now,
    later: clock.later,
    isVisible: () => page.visible,
    stopAsked: { get: () => page.stopAsked, set: (is) => void (page.stopAsked = is) },
    reloadOnce: () => ++page.reloads === 1,
  });
  session.refresh();
  return { clock, gateway, page, session, screen: () => screenOf(session.view()) };
}

const active = { state: 'active', expiresInMs: 1_800_000 } as const;

describe('asking the server', () => {
  it('polls each second while shown, each 3 s while hidden, and no more once it is over', async () => {
    const { clock, gateway, page, session } = open();
    await clock.pass(5_000);
    expect(gateway.count('request')).toBe(6);
    page.visible = false;
    await clock.pass(10_000);
    expect(gateway.count('request')).toBe(6 + 1 + 3);
    gateway.request.state = 'withdrawn';
    session.refresh();
    await clock.pass(60_000);
    expect(gateway.count('request')).toBe(11);
    expect(clock.pending()).toBe(0);
  });
  it('says that the link was opened once, and only when the page is really shown', async () => {
    const { clock, gateway, page } = open();
    page.visible = false;
    await clock.pass(10_000);
    expect(gateway.count('opened')).toBe(0);
    page.visible = true;
    await clock.pass(10_000);
    expect(gateway.count('opened')).toBe(1);
  });
  it('changes nothing by itself but that', async () => {
    const { clock, gateway } = open();
    await clock.pass(10_000);
    expect([...new Set(gateway.calls)]).toEqual(['request', 'opened']);
  });
  it('keeps what it heard, and says so, while the server is out of reach', async () => {
    const { clock, gateway, session, screen } = open(active);
    await clock.pass(1_500);
    gateway.reachable = false;
    await clock.pass(1_000);
    expect(session.view().lost).toBe(false);
    await clock.pass(1_000);
    expect([session.view().lost, screen()]).toEqual([true, 'active']);
    gateway.reachable = true;
    await clock.pass(1_000);
    expect(session.view().lost).toBe(false);
  });
  it('says that it cannot be reached when it never heard anything, then goes on by itself', async () => {
    const { clock, gateway, session, screen } = open();
    expect(screen()).toBe('loading');
    gateway.reachable = false;
    session.refresh();
    await clock.pass(500);
    expect(screen()).toBe('unreachable');
    gateway.reachable = true;
    await clock.pass(3_000);
    expect(screen()).toBe('asked');
  });
  it('shows a link that the gateway does not know, or no more, as such', async () => {
    const { clock, gateway, screen } = open(active);
    await clock.pass(0);
    gateway.gone = true;
    await clock.pass(1_000);
    expect(screen()).toBe('unknown');
  });
});

describe('a server of another version', () => {
  const strange = { state: 'perplexed', more: true };
  it('is answered by loading the page anew, once; then the page says that it is out of date, never that nothing is heard', async () => {
    const { clock, gateway, page, session, screen } = open(active);
    gateway.api.request = async () => ({ kind: 'ok', body: strange });
    session.refresh();
    await clock.pass(0);
    expect([page.reloads, session.view().outdated]).toEqual([1, false]);
    await clock.pass(10_000);
    expect([session.view().lost, session.view().outdated, screen()]).toEqual([false, true, 'outdated']);
  });
  it('leaves what was understood on the page, and is understood again', async () => {
    const { clock, gateway, session, screen } = open(active);
    await clock.pass(0);
    const { request } = gateway.api;
    gateway.api.request = async () => ({ kind: 'ok', body: strange });
    await clock.pass(3_000);
    expect([session.view().outdated, session.view().lost, screen()]).toEqual([true, false, 'active']);
    gateway.api.request = request;
    await clock.pass(1_000);
    expect(session.view().outdated).toBe(false);
  });
  it('has stopped when it says yes to Stop, whatever else it says; not when it says that somebody looks', async () => {
    const { clock, gateway, page, session, screen } = open(active);
    await clock.pass(0);
    gateway.api.request = async () => ({ kind: 'ok', body: strange });
    gateway.api.stop = async () => ({ kind: 'ok', body: { ...strange, state: 'active' } });
    session.stop();
    await clock.pass(3_000);
    expect([session.view().stop, screen()]).toEqual(['unconfirmed', 'active']);
    gateway.api.stop = async () => ({ kind: 'ok', body: strange });
    await clock.pass(10_000);
    expect([session.view().stop, screen(), page.stopAsked]).toEqual(['none', 'revoked', false]);
    expect(clock.pending()).toBe(0);
  });
});

describe('answering', () => {
  it('shows the button first where the label code is enough too, and the way that the owner picks, but none that is not enough', async () => {
    const both = open({ state: 'allowed', proofs: ['label', 'button'], labelTriesLeft: 5 });
    both.session.refresh();
    await both.clock.pass(0);
    expect(screenOf(both.session.view())).toBe('button');
    expect(screenOf(both.session.view(), 'label')).toBe('label');
    const full = open({ state: 'allowed', proofs: ['button'] });
    full.session.refresh();
    await full.clock.pass(0);
    expect(screenOf(full.session.view(), 'label')).toBe('button');
  });
  it('goes on to the proof after Allow, and to refused after Refuse', async () => {
    const { clock, session, screen } = open();
    await clock.pass(0);
    session.allow();
    await clock.pass(0);
    expect(screen()).toBe('button');
    session.refuse();
    await clock.pass(0);
    expect(screen()).toBe('denied');
  });
  it('sends one answer at a time', async () => {
    const { clock, gateway, session } = open();
    await clock.pass(0);
    session.allow();
    session.allow();
    session.refuse();
    await clock.pass(0);
    expect([gateway.count('allow'), gateway.count('refuse')]).toEqual([1, 0]);
  });
  it('drops an answer that was asked for before Allow and arrives after it', async () => {
    const { clock, gateway, session, screen } = open();
    await clock.pass(500);
    let release = () => {};
    gateway.hold = new Promise((resolve) => {
      release = resolve;
    });
    await clock.pass(600);
    gateway.hold = null;
    session.allow();
    await clock.pass(0);
    expect(screen()).toBe('button');
    release();
    await clock.pass(0);
    expect(screen()).toBe('button');
  });
  it('says that an answer was not sent, and lets it be sent again', async () => {
    const { clock, gateway, session, screen } = open();
    await clock.pass(0);
    gateway.reachable = false;
    session.allow();
    await clock.pass(0);
    expect([session.view().notice?.kind, session.view().sending]).toEqual(['unsent', null]);
    gateway.reachable = true;
    session.allow();
    await clock.pass(0);
    expect([session.view().notice, screen()]).toEqual([null, 'button']);
  });
  it("shows the gateway's reason when a label code is refused, and stays there", async () => {
    const { clock, gateway, session, screen } = open({ state: 'allowed', proofs: ['label'], labelTriesLeft: 5 });
    await clock.pass(0);
    gateway.refuseNext = { status: 403, code: 'label-wrong', title: 'Wrong code' };
    session.label('AB12');
    await clock.pass(0);
    expect(session.view().notice).toEqual({ kind: 'refused', of: 'label', title: 'Wrong code' });
    expect(screen()).toBe('label');
    session.label('CD34');
    await clock.pass(0);
    expect([gateway.count('label CD34'), screen()]).toEqual([1, 'active']);
  });
});

describe('Stop', () => {
  it('is shown at once and claimed only when the server says revoked', async () => {
    const { clock, session, screen } = open(active);
    await clock.pass(0);
    session.stop();
    expect([session.view().stop, screen()]).toEqual(['sending', 'active']);
    await clock.pass(0);
    expect([session.view().stop, screen()]).toEqual(['none', 'revoked']);
  });
  it('is repeated while the server is out of reach, and shown as not confirmed', async () => {
    const { clock, gateway, session, screen } = open(active);
    await clock.pass(0);
    gateway.reachable = false;
    session.stop();
    await clock.pass(20_000);
    expect(gateway.count('stop')).toBeGreaterThanOrEqual(6);
    expect([session.view().stop, screen()]).toEqual(['unconfirmed', 'active']);
    gateway.reachable = true;
    await clock.pass(5_000);
    expect(screen()).toBe('revoked');
    const sent = gateway.count('stop');
    await clock.pass(60_000);
    expect(gateway.count('stop')).toBe(sent);
  });
  it('is not believed when the state still says active', async () => {
    const { clock, gateway, session, screen } = open(active);
    await clock.pass(0);
    gateway.api.stop = async () => {
      gateway.calls.push('stop');
      return { kind: 'ok', body: null };
    };
    session.stop();
    await clock.pass(3_000);
    expect(gateway.count('stop')).toBeGreaterThan(1);
    expect([session.view().stop, screen()]).toEqual(['unconfirmed', 'active']);
  });
  it('is shown as not confirmed when its first attempt hangs', async () => {
    const { clock, gateway, session } = open(active);
    await clock.pass(0);
    gateway.api.stop = () => new Promise(() => {});
    session.stop();
    await clock.pass(3_000);
    expect(session.view().stop).toBe('unconfirmed');
  });
  it('is sent again at once when tapped again', async () => {
    const { clock, gateway, session } = open(active);
    await clock.pass(0);
    gateway.reachable = false;
    session.stop();
    await clock.pass(10_000);
    const sent = gateway.count('stop');
    session.stop();
    await clock.pass(0);
    expect(gateway.count('stop')).toBe(sent + 1);
  });
  it('goes on by itself after a reload, until it is confirmed', async () => {
    const { clock, page, screen } = open(active, true);
    await clock.pass(0);
    expect([screen(), page.stopAsked]).toEqual(['revoked', false]);
  });
  it('can be tapped on a page that was opened without a connection, and is sent as soon as there is one', async () => {
    const { clock, gateway, session, screen } = open(active);
    gateway.reachable = false;
    session.refresh();
    await clock.pass(100);
    expect(screen()).toBe('unreachable');
    session.stop();
    await clock.pass(10_000);
    expect([session.view().stop, screen()]).toEqual(['unconfirmed', 'unreachable']);
    gateway.reachable = true;
    await clock.pass(5_000);
    expect([session.view().stop, screen()]).toEqual(['none', 'revoked']);
  });
  it('comes to rest when it turns out that nothing was running yet', async () => {
    const { clock, gateway, page, session, screen } = open();
    gateway.reachable = false;
    session.refresh();
    await clock.pass(100);
    session.stop();
    await clock.pass(3_000);
    gateway.reachable = true;
    gateway.refuseNext = { status: 409, code: 'not-active', title: 'Nothing is running' };
    await clock.pass(10_000);
    expect([session.view().stop, screen(), page.stopAsked]).toEqual(['none', 'asked', false]);
    const sent = gateway.count('stop');
    await clock.pass(20_000);
    expect(gateway.count('stop')).toBe(sent);
  });
  it('goes on after a reload without a connection, and shows that it does', async () => {
    const { clock, gateway, session, screen } = open(active, true);
    gateway.reachable = false;
    session.refresh();
    await clock.pass(3_000);
    expect([session.view().stop, screen()]).toEqual(['unconfirmed', 'unreachable']);
    gateway.reachable = true;
    await clock.pass(5_000);
    expect(screen()).toBe('revoked');
  });
  it('ends when the viewing ended by itself meanwhile', async () => {
    const { clock, gateway, session, screen } = open(active);
    await clock.pass(0);
    gateway.refuseNext = { status: 409, code: 'grant-ended', title: 'Ended' };
    gateway.request.state = 'expired';
    session.stop();
    await clock.pass(0);
    expect([screen(), session.view().stop]).toEqual(['expired', 'none']);
  });
});
