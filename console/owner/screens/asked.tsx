import { Icon } from '../icons.tsx';
import {
  Choice,
  Connections,
  Countdown,
  Note,
  NoticeLine,
  type ScreenProps,
  TwoWords,
  Title,
  WhatTheyCannot,
  WhatTheySee,
} from '../parts.tsx';
import { countryName, modelWord } from '../texts.ts';
import { Text, useLanguage } from '../words.tsx';

function Genuine({ request }: Pick<ScreenProps, 'request'>) {
  return (
    <section class="card words" aria-labelledby="genuine">
      <h2 id="genuine">
        <Icon name="shield" />
        <Text of="wordsTitle" />
      </h2>
      <p>
        <Text of="wordsAsk" />
      </p>
      <TwoWords of={request.words} />
      <p>
        <strong>
          <Text of="wordsElse" />
        </strong>
      </p>
    </section>
  );
}

function Facts({ request }: Pick<ScreenProps, 'request'>) {
  const { brand, device } = request;
  const language = useLanguage();
  const country = countryName(brand.country, language);
  return (
    <section class="card" aria-labelledby="who">
      <h2 id="who">
        <Text of="whoTitle" />
      </h2>
      <dl>
        <dt>
          <Text of="agent" />
        </dt>
        <dd>
          <bdi>{request.agent}</bdi>
        </dd>
        <dt>
          <Text of="brand" />
        </dt>
        <dd>
          <bdi>{brand.name}</bdi>
        </dd>
        <dt>
          <Text of="company" />
        </dt>
        <dd>
          <bdi>{brand.company}</bdi>, <bdi>{country}</bdi>
        </dd>
        <dt>
          <Text of="device" />
        </dt>
        <dd>
          <bdi>{modelWord(device, language)}</bdi>
          {device.name !== null && (
            <small>
              <bdi>{device.name}</bdi>
            </small>
          )}
          <small>
            <Text of="serialEnd" fill={{ end: device.serialEnd }} />
          </small>
        </dd>
        <dt>
          <Text of="howLong" />
        </dt>
        <dd>
          <Text of="minutes" fill={{ minutes: request.minutes }} />
        </dd>
      </dl>
    </section>
  );
}

export function Asked({ view, request, session }: ScreenProps) {
  return (
    <>
      <header class="lead">
        <Title of="askedTitle" agent={request.agent} />
        <p>
          <Text of="askedLead" />
        </p>
      </header>
      <Connections view={view} request={request} />
      <Genuine request={request} />
      <Facts request={request} />
      <WhatTheySee request={request} title="seesTitle" />
      <WhatTheyCannot />
      {!request.canStopItself && (
        <Note tone="info" icon="info">
          <p>
            <Text of="cannotStopItself" />
          </p>
        </Note>
      )}
      {view.heard?.expires && (
        <p class="quiet">
          <Text of="waits" /> <Countdown to={view.heard.expires} />
        </p>
      )}
      <div class="reach">
        <NoticeLine view={view} />
        <div class="choices">
          <Choice name="allow" view={view} onChoose={session.allow} />
          <Choice name="refuse" view={view} onChoose={session.refuse} />
        </div>
      </div>
    </>
  );
}
