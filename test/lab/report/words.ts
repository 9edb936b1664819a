export interface Translated {
  readonly en: string;
  readonly 'zh-CN': string;
}

export function translated(en: string, zh: string): Translated {
  return { en, 'zh-CN': zh };
}

/** For HTML, SVG and XML alike: names in a trace are outside input. Characters that XML 1.0 does not allow are dropped. */
export function text(raw: string): string {
  return raw
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
