import { ArrowLeft, CircleSlash } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { LinkPage as LinkPageInfo } from '../../../proto/api/links.ts';
import { useLink, useModels } from '../api/device-queries.ts';
import { ConnectionBadge } from '../parts/connection-badge.tsx';
import { DiscoveredPanel } from '../parts/discovered-panel.tsx';
import { Panel } from '../parts/field.tsx';
import { LinkSettingsBlock } from '../parts/link-settings-block.tsx';
import { Limits } from '../parts/limits.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { SecretPanel } from '../parts/secret-panel.tsx';
import { useModelWord } from '../parts/use-model-word.ts';
import { useTexts } from '../texts/use-texts.tsx';

/** One link: whether it is connected, what it is found to carry, and what its dialects cannot do. */
export function LinkPage({ id }: { readonly id: string }) {
  const { texts } = useTexts();
  const found = useLink(id);
  return (
    <div className="page">
      <Link href="/links" className="back">
        <ArrowLeft size={14} aria-hidden="true" />
        {texts.links.back}
      </Link>
      {found.isPending && <p className="muted">{texts.loading}</p>}
      <ProblemNotice error={found.error} />
      {found.data && <OneLink of={found.data} />}
    </div>
  );
}

function OneLink({ of: { link, limits, discovered, silent } }: { readonly of: LinkPageInfo }) {
  const { texts } = useTexts();
  const models = useModels();
  const modelWord = useModelWord();
  const [password, setPassword] = useState<string>();
  const nameOf = (key: string | null) => discovered.find((each) => each.key === key)?.name ?? key;
  return (
    <>
      <header className="case-head">
        <h1>{link.name}</h1>
        <ConnectionBadge connection={link.connection} />
      </header>
      <ProblemNotice error={models.error} />
      <section className="stack" aria-labelledby="discovered">
        <h2 id="discovered" className="section-title">
          {texts.link.discovered}
          <span className="count">{discovered.length}</span>
        </h2>
        <p className="hint">{texts.link.discoveredHint}</p>
        <div role="status">{discovered.length === 0 && <p className="empty">{texts.link.waiting}</p>}</div>
        {discovered.map((device) => (
          <DiscoveredPanel
            key={device.key}
            linkId={link.id}
            of={device}
            via={nameOf(device.via)}
            models={models.data ?? []}
          />
        ))}
      </section>
      {silent.length > 0 && (
        <Panel title={texts.link.silent}>
          <div className="panel-body">
            <p className="hint">{texts.link.silentHint}</p>
            <ul className="plain-list">
              {silent.map((device) => (
                <li key={device.id} className="device-line">
                  <Link href={`/devices/${device.id}`}>
                    {modelWord(device)} {device.serial}
                  </Link>
                  <code>{device.childKey}</code>
                  <ConnectionBadge connection={device.connection} />
                </li>
              ))}
            </ul>
          </div>
        </Panel>
      )}
      <div className="page-columns">
        <Panel title={texts.link.cannot}>
          <div className="panel-body">
            {limits.length === 0 ? (
              <p className="muted">{texts.link.cannotNone}</p>
            ) : (
              <Limits of={limits} icon={CircleSlash} />
            )}
          </div>
        </Panel>
        <SecretPanel kind="links" id={link.id} state={link.secret} onSecret={setPassword} />
      </div>
      <Panel title={texts.link.settings}>
        <div className="panel-body">
          {link.secret === 'revoked' ? (
            <Notice tone="warn">{texts.link.revoked}</Notice>
          ) : (
            <LinkSettingsBlock linkId={link.id} password={password} untitled />
          )}
        </div>
      </Panel>
    </>
  );
}
