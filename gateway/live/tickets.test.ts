import { expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { asId } from '../domain/ids.ts';
import { type Ticket, ticketLifeMs, Tickets } from './tickets.ts';

const ticket: Ticket = { viewId: asId('view-1'), sessionHash: 'session-1' };

function fresh() {
  const clock = new FakeClock();
  let count = 0;
  const random = { id: () => '', token: () => `t${(count += 1)}`, integer: () => 0, bytes: () => new Uint8Array() };
  return { clock, tickets: new Tickets(clock, random) };
}

it('a ticket opens one socket, once', () => {
  const { tickets } = fresh();
  const name = tickets.mint(ticket);
  expect(tickets.take(name)).toMatchObject(ticket);
  expect(tickets.take(name)).toBeUndefined();
  expect(tickets.take('guessed')).toBeUndefined();
});

it('a ticket lives for 30 s of the clock that cannot be set back', () => {
  const { clock, tickets } = fresh();
  const [early, late] = [tickets.mint(ticket), tickets.mint(ticket)];
  clock.setWall(0);
  clock.advance(ticketLifeMs - 1);
  expect(tickets.take(early)).toMatchObject(ticket);
  clock.advance(1);
  expect(tickets.take(late)).toBeUndefined();
});

it('somebody who asks for very many tickets takes no memory for ever', () => {
  const { tickets } = fresh();
  const first = tickets.mint(ticket);
  for (let count = 0; count < 10_000; count += 1) tickets.mint(ticket);
  expect(tickets.take(first)).toBeUndefined();
});
