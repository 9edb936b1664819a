/** FNV-1a, 32 bit, in base 36: tells names apart, and hides none. */
export function hashOf(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0).toString(36);
}
