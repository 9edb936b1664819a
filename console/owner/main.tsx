import '../shared/tokens.css';
import './styles/base.css';
import './styles/asked.css';
import './styles/proof.css';
import './styles/viewed.css';
import './styles/ended.css';
import './styles/fleet.css';
import './styles/window-sizes.css';
import { render } from 'preact';
import { detectLanguage, type Language, remember, remembered } from '../shared/language.ts';
import { type LanguageChoice, RequestPage, Shell } from './app.tsx';
import { onComingBack } from './coming-back.ts';
import { fleetSession } from './fleet-session.ts';
import { fleetApi, openByDigits, ownerApi } from './owner-api.ts';
import { ownerSession } from './owner-session.ts';
import { readNow } from './parts.tsx';
import { DigitsPage } from './screens/digits.tsx';
import { FleetContext } from './screens/fleet-card.tsx';
import { UnknownLink } from './screens/ended.tsx';
import { stopMemory, takeOnce } from './stop-memory.ts';
import { tokenOf } from './typed-codes.ts';

let language: Language = detectLanguage(
  navigator.languages,
  remembered(() => localStorage),
);
const choice: LanguageChoice = {
  first: language,
  onChange(chosen) {
    language = chosen;
    remember(chosen, () => localStorage);
  },
};
const reach = { fetch: window.fetch.bind(window), language: () => language, timeoutMs: 5_000 };

function requestPage(token: string) {
  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const fleet = fleetSession({ api: fleetApi(reach, token), now: readNow, later });
  const session = ownerSession({
    api: ownerApi(reach, token),
    now: readNow,
    later,
    isVisible: () => document.visibilityState === 'visible',
    stopAsked: stopMemory(() => sessionStorage, token),
    reloadOnce() {
      const isFirst = takeOnce(() => sessionStorage, `reloaded:${token}`);
      if (isFirst) location.reload();
      return isFirst;
    },
  });
  onComingBack(session.refresh);
  session.refresh();
  return (
    <FleetContext.Provider value={fleet}>
      <RequestPage session={session} />
    </FleetContext.Provider>
  );
}

function page() {
  const { pathname } = location;
  if (/^\/a\/?$/.test(pathname)) {
    return <DigitsPage open={(digits) => openByDigits(reach, digits)} goTo={(path) => location.replace(path)} />;
  }
  const token = tokenOf(pathname);
  return token === null ? <UnknownLink /> : requestPage(token);
}

const root = document.getElementById('page');
if (root === null) throw new Error('index.html has no #page');
render(<Shell choice={choice}>{page()}</Shell>, root);
