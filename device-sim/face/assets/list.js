import { fillWords, pageLanguage, words } from './words.js';

const language = pageLanguage();
fillWords(language);
document.title = words[language].devices;

const answer = await fetch('/devices');
const items = (await answer.json()).map(({ serial, model, deviceClass, lamp, state }) => {
  const own = words[language].classes[deviceClass];
  const link = document.createElement('a');
  link.href = `/d/${encodeURIComponent(serial)}`;
  link.textContent = `${model} · ${serial}`;
  const note = document.createElement('span');
  note.className = 'help';
  note.textContent = `${own.states[state] ?? state}. ${own.lamps[lamp]}`;
  const item = document.createElement('li');
  item.append(link, note);
  return item;
});
document.getElementById('devices').replaceChildren(...items);
