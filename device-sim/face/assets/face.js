import { chooseLanguage, fillWords, pageLanguage, words } from './words.js';

const base = location.pathname.replace(/\/$/, '');
const byId = (id) => document.getElementById(id);
const button = byId('button');
let language = pageLanguage();
let state;
let receivedAt = 0;
let lastSpoken = 0;

/** Sends what a hand did; the simulator measures all times itself. */
function hand(action, query = '') {
  fetch(`${base}/${action}${query}`, { method: 'POST' }).catch(() => showLost(true));
}

// ------------------------------------------------------------ the button, by pointer and by keyboard
let down = false;
function press() {
  if (down) return;
  down = true;
  hand('down');
}
function letGo() {
  if (!down) return;
  down = false;
  hand('up');
}
button.addEventListener('pointerdown', (event) => {
  if (event.button !== 0) return;
  button.setPointerCapture(event.pointerId);
  press();
});
for (const name of ['pointerup', 'pointercancel', 'lostpointercapture', 'blur']) button.addEventListener(name, letGo);
button.addEventListener('contextmenu', (event) => event.preventDefault());
button.addEventListener('keydown', (event) => {
  if (event.key !== ' ' && event.key !== 'Enter') return;
  event.preventDefault();
  if (!event.repeat) press();
});
button.addEventListener('keyup', (event) => {
  if (event.key === ' ' || event.key === 'Enter') letGo();
});
window.addEventListener('pagehide', letGo);

// ------------------------------------------------------------ the other hands
byId('stop').addEventListener('click', () => hand('stop'));
byId('inject').addEventListener('click', () => hand('inject', `?fault=${encodeURIComponent(byId('fault').value)}`));
document.querySelector('.hands').addEventListener('click', (event) => {
  const name = event.target.closest('[data-hand]')?.dataset.hand;
  if (name) hand(name);
});
for (const element of document.querySelectorAll('[data-language]')) {
  element.addEventListener('click', () => {
    language = element.dataset.language;
    chooseLanguage(language);
    lastSpoken = 0;
    showWords();
    if (state) show();
  });
}

function showWords() {
  fillWords(language);
  for (const element of document.querySelectorAll('[data-language]')) {
    element.setAttribute('aria-pressed', String(element.dataset.language === language));
  }
  byId('fault').replaceChildren();
  byId('hands').replaceChildren();
}

function showLost(lost) {
  byId('lost').hidden = !lost;
}

// ------------------------------------------------------------ showing
function show() {
  const say = words[language];
  document.title = `${state.model} ${state.serial}`;
  byId('name').textContent = state.model;
  const own = say.classes[state.deviceClass];
  setText(byId('lamp'), own.lamps[state.lamp]);
  const device = byId('device');
  device.dataset.class = state.deviceClass;
  device.dataset.lamp = state.lamp;
  device.dataset.state = state.state;
  setText(byId('button-help'), own.buttonHelp);
  setText(byId('voice-title'), state.voice ? say.voice : say.app);
  setText(byId('silent'), state.voice ? say.silent : say.appSilent);
  showFacts(say, own);
  showHands(own);
  showLabel(say, own);
  showViewers(say);
  showCounted(say);
  showRequests(say);
  showVoice();
  showFaults(say);
  setList(
    byId('codes'),
    state.codes.map((code) => say.code({ code: code.code, text: code.words[language] })),
  );
}

function showFacts(say, own) {
  const unit = ({ value, unit }) => (unit === '1' ? `${value}` : `${value} ${unit}`);
  const facts = [
    [say.state, own.states[state.state] ?? state.state, 'state'],
    ...state.shown.map((fact) => [own.shown[fact.name], unit(fact), fact.name]),
    [say.link, state.connected ? say.online : say.offline, 'link'],
  ];
  const list = byId('facts');
  if (list.children.length !== facts.length) {
    list.replaceChildren(
      ...facts.map(() => {
        const row = document.createElement('div');
        row.append(document.createElement('dt'), document.createElement('dd'));
        return row;
      }),
    );
  }
  for (const [index, [name, value, id]] of facts.entries()) {
    const [term, definition] = list.children[index].children;
    setText(term, name);
    setText(definition, value);
    definition.id = `fact-${id}`;
  }
}

function showHands(own) {
  const row = byId('hands');
  if (row.children.length > 0) return;
  const buttons = state.hands.map((name) => {
    const element = document.createElement('button');
    element.type = 'button';
    element.dataset.hand = name;
    element.textContent = own.hands[name];
    return element;
  });
  row.replaceChildren(...buttons);
}

function showLabel(say, own) {
  byId('label').setAttribute('aria-label', own.label);
  setText(byId('label-model'), state.model);
  setText(byId('serial'), state.serial);
  setText(byId('brand'), state.brand ?? '');
  byId('code-line').hidden = state.labelCode === null;
  setText(byId('label-code'), state.labelCode ?? '');
  const picture = byId('qr');
  picture.alt = say.qr;
  if (!picture.getAttribute('src')) picture.src = `${base}/label.svg`;
}

function showViewers(say) {
  byId('viewed').hidden = state.viewers.length === 0;
  const agents = state.viewers.map((viewer) => viewer.agent).filter((agent) => agent !== '');
  setText(byId('viewed-by'), agents.length > 0 ? say.viewedBy(agents.join(say.joint)) : say.shared);
  document.body.dataset.viewed = String(state.viewers.length > 0);
}

/** Nobody looks: no frame and no countdown, only until which day. By the clock of whoever reads it. */
function showCounted(say) {
  byId('counted').hidden = state.counted === null;
  if (state.counted === null) return;
  const date = new Date(Date.now() + state.counted.endsInMs).toLocaleDateString(language, { dateStyle: 'long' });
  setText(byId('counted'), say.counted(date));
}

function showRequests(say) {
  const isCount = ({ purpose }) => purpose === 'statistics';
  setText(byId('request-title'), state.requests.every(isCount) ? say.countRequest : say.request);
  byId('request').hidden = state.requests.length === 0;
  setList(
    byId('requests'),
    state.requests.map((request) => {
      const asked = { ...request, words: request.words[language].join(say.joint) };
      return isCount(request) ? say.asksToCount(asked) : say.asks(asked);
    }),
  );
}

function showVoice() {
  byId('silent').hidden = state.spoken.length > 0;
  const newest = state.spoken.at(-1)?.id ?? 0;
  byId('voice').dataset.speaking = String(state.speaking);
  if (newest === lastSpoken) return;
  lastSpoken = newest;
  const items = state.spoken.slice(-3).map((line) => {
    const item = document.createElement('li');
    item.textContent = line.words[language];
    return item;
  });
  byId('voice').replaceChildren(...items);
}

function showFaults(say) {
  const select = byId('fault');
  if (select.options.length === 0) {
    const options = state.knownFaults.map(({ id, title }) => new Option(`${id} ${title[language]}`, id));
    select.replaceChildren(...options);
  }
  setText(byId('faults'), state.faults.length > 0 ? say.faulty(state.faults.join(say.joint)) : '');
}

/** Only a change touches the page, so that a screen reader does not repeat itself. */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
function setList(element, texts) {
  if ([...element.children].map((child) => child.textContent).join('\n') === texts.join('\n')) return;
  element.replaceChildren(
    ...texts.map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
}

/** Progress of the hold and the countdown run between the pushes. */
function frame() {
  requestAnimationFrame(frame);
  if (!state) return;
  const say = words[language];
  const since = performance.now() - receivedAt;
  const held = state.heldMs === null ? undefined : state.heldMs + since;
  const share = held === undefined ? 0 : Math.min(1, held / state.holdMs);
  byId('progress').style.setProperty('--share', share.toFixed(3));
  button.dataset.held = held === undefined ? 'no' : share < 1 ? 'going' : 'done';
  setText(byId('button-word'), held === undefined ? say.button : share < 1 ? say.holding : say.letGo);
  const soonest = Math.min(...state.viewers.map((viewer) => viewer.endsInMs));
  const seconds = Math.max(0, Math.ceil((soonest - since) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  setText(byId('viewed-for'), state.viewers.length > 0 ? say.endsIn(time) : '');
  showLost(since > 4000);
}

const events = new EventSource(`${base}/events`);
events.addEventListener('message', (event) => {
  state = JSON.parse(event.data);
  receivedAt = performance.now();
  show();
});
events.addEventListener('error', () => showLost(true));

showWords();
requestAnimationFrame(frame);
