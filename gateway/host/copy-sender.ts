import { refuse } from '../domain/refusals.ts';
import type { LinkSender } from '../ports/outward.ts';

/** The default: the agent copies the link and passes it on. */
export function createCopySender(): LinkSender {
  return {
    send: async () => 'copy',
    mayUse: () => refuse('webhook_not_offered'),
  };
}
