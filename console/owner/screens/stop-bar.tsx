import { Note, type ScreenProps } from '../parts.tsx';
import { Text } from '../words.tsx';

/** Stop, always in reach; never says "stopped" itself: that is another screen, which only the server's word opens. */
export function StopBar({ view, session }: Pick<ScreenProps, 'view' | 'session'>) {
  return (
    <div class="reach stop-bar">
      {view.stop === 'unconfirmed' && (
        <Note tone="danger" icon="clock">
          <p>
            <strong>
              <Text of="stopUnconfirmed" />
            </strong>
          </p>
          <p>
            <Text of="stopUnconfirmedLead" />
          </p>
        </Note>
      )}
      {view.stop === 'none' && (
        <p class="quiet">
          <Text of="stopHint" />
        </p>
      )}
      <button type="button" class="stop" onClick={session.stop}>
        {view.stop === 'none' && <span class="stop-sign" aria-hidden="true" />}
        {view.stop !== 'none' && <span class="spinner" aria-hidden="true" />}
        <span>
          <Text of={view.stop === 'none' ? 'stop' : 'stopping'} />
        </span>
        {view.stop === 'unconfirmed' && (
          <small>
            <Text of="stopAgain" />
          </small>
        )}
      </button>
    </div>
  );
}
