import { Plug, Unplug } from 'lucide-react';
import type { ConnectionInfo } from '../../../proto/api/devices.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatMinute } from '../words/format.ts';

/** Connected or not, and since when, by icon and words. */
export function ConnectionBadge({ connection }: { readonly connection: ConnectionInfo }) {
  const { language, texts } = useTexts();
  const Icon = connection.online ? Plug : Unplug;
  const words = texts.connection;
  const since = connection.since === null ? null : formatMinute(connection.since, language, Date.now());
  return (
    <span className={`badge ${connection.online ? 'badge-ok' : 'badge-neutral'}`}>
      <Icon size={14} aria-hidden="true" />
      {since === null ? words.never : connection.online ? words.onlineSince(since) : words.offlineSince(since)}
    </span>
  );
}
