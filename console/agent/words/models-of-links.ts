/** Packs of devices that speak other makers' topics: they come in over a link, and are of no use to one that connects itself. */
const ofLinks: readonly string[] = ['mqtt-device', 'valetudo'];

export function isOfLinks(model: string): boolean {
  return ofLinks.includes(model);
}
