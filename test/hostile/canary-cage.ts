/** Keeps everything that only its holder may know, by what it is, and finds it again in any text. */
export function makeCage() {
  const canaries = new Map<string, string>();

  function keep(name: string, secret: string | undefined): string {
    if (!secret || secret.length < 6) throw new Error(`There is no ${name}`);
    canaries.set(name, secret);
    return secret;
  }

  /** Names of those that a text holds: as they are, as an address or JSON writes them, in base64, or in hexadecimal. */
  function leaksIn(text: string): readonly string[] {
    const forms = (secret: string) => [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
      Buffer.from(secret, 'latin1').toString('hex'),
    ];
    return [...canaries]
      .filter(([, secret]) => forms(secret).some((form) => text.includes(form)))
      .map(([name]) => name);
  }

  return { keep, leaksIn, canaries: canaries as ReadonlyMap<string, string> };
}
