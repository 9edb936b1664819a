import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Redirect, Route, Router, Switch, useLocation, useSearch } from 'wouter';
import type { Person } from '../../proto/api/people.ts';
import { signedOutKey } from './api/query-client.ts';
import { useSession } from './api/session-queries.ts';
import { AccountPage } from './pages/account-page.tsx';
import { BrandsPage } from './pages/brands-page.tsx';
import { CasePage } from './pages/case-page.tsx';
import { CasesPage } from './pages/cases-page.tsx';
import { DevicePage } from './pages/device-page.tsx';
import { DevicesPage } from './pages/devices-page.tsx';
import { JoinPage } from './pages/join-page.tsx';
import { LinkPage } from './pages/link-page.tsx';
import { LinksPage } from './pages/links-page.tsx';
import { ModelsPage } from './pages/models-page.tsx';
import { NothingHere } from './pages/nothing-here.tsx';
import { OpenPage } from './pages/open-page.tsx';
import { PeoplePage } from './pages/people-page.tsx';
import { SignInPage } from './pages/sign-in-page.tsx';
import { Notice } from './parts/notice.tsx';
import { AloneShell, Shell } from './parts/shell.tsx';
import { onPage } from './parts/shown-once.ts';
import { useTexts } from './texts/use-texts.tsx';
import { homeOf, mayVisit } from './words/may.ts';
import { signInPath } from './words/next-path.ts';

/** Addresses behind the sign-in, beside those of one case, device or link; gateway/http/server.ts serves the same. */
const pages = /^\/(cases|open|devices|links|people|brands|models|account)?\/?$|^\/(cases|devices|links)\/[^/]+\/?$/;

export function App() {
  const [path] = useLocation();
  const { texts } = useTexts();
  const mayLeave = () => !onPage.areUnsaved() || confirm(texts.leaveUnsaved);
  return (
    <Router aroundNav={(go, to, options) => (options?.replace === true || mayLeave()) && go(to, options)}>
      <Switch>
        <Route path="/join/:token">{({ token }) => <JoinPage token={token} />}</Route>
        <Route path="/sign-in">
          <SignInPage />
        </Route>
        <Route>
          {pages.test(path) ? (
            <SignedIn>{(person) => <Pages person={person} />}</SignedIn>
          ) : (
            <AloneShell>
              <NothingHere />
            </AloneShell>
          )}
        </Route>
      </Switch>
    </Router>
  );
}

function Pages({ person }: { readonly person: Person }) {
  const may = (area: Parameters<typeof mayVisit>[1]) => mayVisit(person, area);
  return (
    <Shell person={person}>
      <Switch>
        {may('cases') && [
          <Route key="cases" path="/">
            <CasesPage person={person} />
          </Route>,
          <Route key="case" path="/cases/:id">
            {({ id }) => <CasePage key={id} id={id} person={person} />}
          </Route>,
        ]}
        <Route path="/open">
          <OpenPage person={person} />
        </Route>
        {may('devices') && [
          <Route key="devices" path="/devices">
            <DevicesPage person={person} />
          </Route>,
          <Route key="device" path="/devices/:id">
            {({ id }) => <DevicePage key={id} id={id} person={person} />}
          </Route>,
        ]}
        {may('links') && [
          <Route key="links" path="/links">
            <LinksPage person={person} />
          </Route>,
          <Route key="link" path="/links/:id">
            {({ id }) => <LinkPage key={id} id={id} />}
          </Route>,
        ]}
        {may('people') && (
          <Route path="/people">
            <PeoplePage person={person} />
          </Route>
        )}
        {may('brands') && (
          <Route path="/brands">
            <BrandsPage />
          </Route>
        )}
        {may('models') && (
          <Route path="/models">
            <ModelsPage />
          </Route>
        )}
        <Route path="/account">
          <AccountPage person={person} />
        </Route>
        <Route path="/cases">
          <Redirect to={homeOf(person)} replace />
        </Route>
        <Route path="/">
          <Redirect to={homeOf(person)} replace />
        </Route>
        <Route>
          <div className="page">
            <NothingHere />
          </div>
        </Route>
      </Switch>
    </Shell>
  );
}

function SignedIn({ children }: { readonly children: (person: Person) => ReactNode }) {
  const { texts } = useTexts();
  const session = useSession();
  const client = useQueryClient();
  const wasSignedIn = useRef(false);
  const [path] = useLocation();
  const search = useSearch();
  useEffect(() => {
    if (session.data) wasSignedIn.current = true;
  }, [session.data]);
  if (session.data) return children(session.data.person);
  if (session.data === null) {
    // Not by their own hand: the sign-in page then says so.
    const hasEnded = wasSignedIn.current && client.getQueryData(signedOutKey) !== true;
    const to = signInPath(search === '' ? path : `${path}?${search}`);
    return <Redirect to={to} replace state={hasEnded ? { hasEnded } : null} />;
  }
  return (
    <main className="alone">
      {session.isError ? (
        <Notice tone="danger" action={{ label: texts.retry, run: () => void session.refetch() }}>
          {texts.unreachable}
        </Notice>
      ) : (
        <p className="muted">{texts.loading}</p>
      )}
    </main>
  );
}
