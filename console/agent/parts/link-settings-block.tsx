import { useId, useState } from 'react';
import type { BrokerAddress } from '../../../proto/api/devices.ts';
import { useBrokerAddresses } from '../api/device-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { configText, type LinkSoftware, linkSoftware } from '../words/link-settings.ts';
import { CopyButton } from './copy-button.tsx';
import { Fact } from './fact.tsx';
import { Choices } from './field.tsx';
import { Notice, ProblemNotice } from './notice.tsx';

export interface LinkSettingsBlockProps {
  readonly linkId: string;
  /** Undefined: it was shown when it was made. */
  readonly password?: string | undefined;
  /** Where the box around it has the heading. */
  readonly untitled?: boolean;
}

/** What to type into the software at the other end, exactly. */
export function LinkSettingsBlock({ linkId, password, untitled = false }: LinkSettingsBlockProps) {
  const { texts } = useTexts();
  const id = useId();
  const addresses = useBrokerAddresses();
  const [software, setSoftware] = useState<LinkSoftware>('valetudo');
  const list = addresses.data ?? [];
  const address = list.find(({ tls }) => tls) ?? list[0];
  return (
    <div className="settings">
      {!untitled && <h3>{texts.link.settings}</h3>}
      <Choices
        legend={texts.link.settingsFor}
        name={`software-${id}`}
        inline
        value={software}
        onChoose={setSoftware}
        choices={linkSoftware.map((each) => ({ value: each, label: texts.link[each] }))}
      />
      <ProblemNotice error={addresses.error} />
      {address && <Settings software={software} address={address} linkId={linkId} password={password} />}
      {address?.onlyHere && <Notice tone="warn">{texts.link.onlyHere}</Notice>}
      {address && !address.tls && !address.onlyHere && <Notice tone="warn">{texts.link.plainOnly}</Notice>}
      <p className="hint">{texts.link.mayDiffer}</p>
    </div>
  );
}

interface SettingsProps extends Pick<LinkSettingsBlockProps, 'linkId' | 'password'> {
  readonly software: LinkSoftware;
  readonly address: BrokerAddress;
}

function Settings({ software, address, linkId, password }: SettingsProps) {
  const { texts } = useTexts();
  const words = texts.link;
  if (software === 'valetudo') {
    return (
      <>
        <p>{words.valetudoWhere}</p>
        <dl className="facts facts-plain">
          <Fact label={words.host}>
            <code>{address.host}</code>
          </Fact>
          <Fact label={words.port}>
            <code>{address.port}</code>
          </Fact>
          <Fact label={words.tls}>{address.tls ? words.tlsOn : words.tlsOff}</Fact>
          <Fact label={words.userName}>
            <code>{linkId}</code>
          </Fact>
          <Fact label={words.password}>{password === undefined ? words.passwordGone : <code>{password}</code>}</Fact>
          <Fact label={words.clientId}>{words.valetudoClientId}</Fact>
        </dl>
        <p className="hint">{words.valetudoHass}</p>
      </>
    );
  }
  const where = { zigbee2mqtt: words.zigbeeWhere, esphome: words.espWhere, mosquitto: words.mosquittoWhere }[software];
  const text = configText(software, { address, linkId, password: password ?? `<${words.yourPassword}>` });
  return (
    <>
      <p>{where}</p>
      <div className="config">
        <pre tabIndex={0} aria-label={words[software]}>
          {text}
        </pre>
        <CopyButton text={text} label={words[software]} />
      </div>
    </>
  );
}
